;; Finds the containers of valid JSON in its bytes, 64 at a time, and counts its keys. Memory holds, one after another:
;; - the bytes to look through, with spaces after them up to a multiple of 64;
;; - for each container, in the order in which they begin, the offset in the text of the bracket that opens it and of the one that
;;   closes it, in 4 bytes each. While it is open, the second is the number of the container that it stands in, and -1 without any.
(module
  (memory (export "memory") 16)
  (global $keys (export "keys") (mut i32) (i32.const 0))
  (global $containers (export "containers") (mut i32) (i32.const 0))

  ;; What is left to the next 64 bytes: the number of the innermost open container,
  (global $open (mut i32) (i32.const -1))
  ;; all bits where a string is open,
  (global $string (mut i64) (i64.const 0))
  ;; and 1 where the first of them is escaped.
  (global $escape (mut i64) (i64.const 0))

  ;; Which of the 64 bytes at an offset are a certain one once the bits of `case` are set in them: a bit each, the lowest for the first.
  (func $find (param $at i32) (param $case i32) (param $byte i32) (result i64)
    (local $set v128)
    (local $one v128)
    (local.set $set (i8x16.splat (local.get $case)))
    (local.set $one (i8x16.splat (local.get $byte)))
    (i64.or
      (i64.or
        (i64.extend_i32_u
          (i8x16.bitmask (i8x16.eq (local.get $one) (v128.or (local.get $set) (v128.load (local.get $at))))))
        (i64.shl
          (i64.extend_i32_u
            (i8x16.bitmask (i8x16.eq (local.get $one) (v128.or (local.get $set) (v128.load offset=16 (local.get $at))))))
          (i64.const 16)))
      (i64.or
        (i64.shl
          (i64.extend_i32_u
            (i8x16.bitmask (i8x16.eq (local.get $one) (v128.or (local.get $set) (v128.load offset=32 (local.get $at))))))
          (i64.const 32))
        (i64.shl
          (i64.extend_i32_u
            (i8x16.bitmask (i8x16.eq (local.get $one) (v128.or (local.get $set) (v128.load offset=48 (local.get $at))))))
          (i64.const 48)))))

  ;; Which bytes are escaped, by which are backslashes: the first of several escapes the next, which then escapes nothing.
  (func $escaped (param $slashes i64) (result i64)
    (local $escaped i64)
    (local $first i64)
    (local.set $escaped (global.get $escape))
    (global.set $escape (i64.const 0))
    (local.set $slashes (i64.and (local.get $slashes) (i64.xor (local.get $escaped) (i64.const -1))))
    (loop $next
      (if (i64.ne (local.get $slashes) (i64.const 0))
        (then
          (local.set $first (i64.and (local.get $slashes) (i64.sub (i64.const 0) (local.get $slashes))))
          (local.set $escaped (i64.or (local.get $escaped) (i64.shl (local.get $first) (i64.const 1))))
          ;; The highest bit makes it negative.
          (if (i64.lt_s (local.get $first) (i64.const 0)) (then (global.set $escape (i64.const 1))))
          (local.set $slashes
            (i64.and (local.get $slashes) (i64.xor (i64.mul (local.get $first) (i64.const 3)) (i64.const -1))))
          (br $next))))
    (local.get $escaped))

  ;; Which bytes stand in strings, by which are quotes that are not escaped: those with an odd number of quotes up to them.
  (func $inStrings (param $quotes i64) (result i64)
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 1))))
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 2))))
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 4))))
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 8))))
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 16))))
    (local.set $quotes (i64.xor (local.get $quotes) (i64.shl (local.get $quotes) (i64.const 32))))
    (local.set $quotes (i64.xor (local.get $quotes) (global.get $string)))
    (global.set $string (i64.shr_s (local.get $quotes) (i64.const 63)))
    (local.get $quotes))

  ;; Looks through the bytes up to `end`, the first of which stands at `offset` in the text.
  (func (export "scan") (param $end i32) (param $offset i32) (param $brackets i32)
    (local $at i32)
    (local $slashes i64)
    (local $quotes i64)
    (local $outside i64)
    (local $marks i64)
    (local $mark i32)
    (local $open i32)
    (local $containers i32)
    (local $container i32)
    (local.set $open (global.get $open))
    (local.set $containers (global.get $containers))
    (loop $blocks
      (local.set $quotes (call $find (local.get $at) (i32.const 0) (i32.const 0x22)))
      (local.set $slashes (call $find (local.get $at) (i32.const 0) (i32.const 0x5c)))
      (if (i64.ne (i64.or (local.get $slashes) (global.get $escape)) (i64.const 0))
        (then
          (local.set $quotes
            (i64.and (local.get $quotes) (i64.xor (call $escaped (local.get $slashes)) (i64.const -1))))))
      (local.set $outside (i64.xor (call $inStrings (local.get $quotes)) (i64.const -1)))
      ;; A key has one colon.
      (global.set $keys
        (i32.add
          (global.get $keys)
          (i32.wrap_i64
            (i64.popcnt (i64.and (local.get $outside) (call $find (local.get $at) (i32.const 0) (i32.const 0x3a)))))))
      ;; With this bit set, [ is { and ] is }.
      (local.set $marks
        (i64.and
          (local.get $outside)
          (i64.or
            (call $find (local.get $at) (i32.const 0x20) (i32.const 0x7b))
            (call $find (local.get $at) (i32.const 0x20) (i32.const 0x7d)))))
      (loop $next
        (if (i64.ne (local.get $marks) (i64.const 0))
          (then
            (local.set $mark (i32.add (local.get $at) (i32.wrap_i64 (i64.ctz (local.get $marks)))))
            (local.set $marks (i64.and (local.get $marks) (i64.sub (local.get $marks) (i64.const 1))))
            ;; Of the four brackets, those that open have this bit.
            (if (i32.and (i32.load8_u (local.get $mark)) (i32.const 2))
              (then
                (local.set $container
                  (i32.add (local.get $brackets) (i32.shl (local.get $containers) (i32.const 3))))
                (i32.store (local.get $container) (i32.add (local.get $offset) (local.get $mark)))
                (i32.store offset=4 (local.get $container) (local.get $open))
                (local.set $open (local.get $containers))
                (local.set $containers (i32.add (local.get $containers) (i32.const 1))))
              (else
                (local.set $container (i32.add (local.get $brackets) (i32.shl (local.get $open) (i32.const 3))))
                (local.set $open (i32.load offset=4 (local.get $container)))
                (i32.store offset=4 (local.get $container) (i32.add (local.get $offset) (local.get $mark)))))
            (br $next))))
      (local.set $at (i32.add (local.get $at) (i32.const 64)))
      (br_if $blocks (i32.lt_u (local.get $at) (local.get $end))))
    (global.set $open (local.get $open))
    (global.set $containers (local.get $containers))))
