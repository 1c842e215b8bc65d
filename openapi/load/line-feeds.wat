;; Counts line feeds, 16 bytes at a time.
(module
  (memory (export "memory") 1)

  ;; Those among so many bytes of memory, up to the next multiple of 16.
  (func (export "count") (param $end i32) (result i32)
    (local $at i32)
    (local $found i32)
    (local $feed v128)
    (local.set $feed (i8x16.splat (i32.const 10)))
    (loop $next
      (local.set $found
        (i32.add
          (local.get $found)
          (i32.popcnt (i8x16.bitmask (i8x16.eq (local.get $feed) (v128.load (local.get $at)))))))
      (br_if $next
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.get $found)))
