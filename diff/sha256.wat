;; SHA-256 (FIPS 180-4). Memory holds, one after another, words in 4 bytes each but for the message:
;; - at 0 what is added in each of the 64 rounds (section 4.2.2), and at 256 the hash at the start (section 5.3.3);
;; - at 288 the hash, and at 320 the schedule of one block;
;; - at 576 the message, padded to whole blocks.
(module
  (memory (export "memory") 1)
  (data (i32.const 0)
    "\98\2f\8a\42\91\44\37\71\cf\fb\c0\b5\a5\db\b5\e9\5b\c2\56\39\f1\11\f1\59\a4\82\3f\92\d5\5e\1c\ab"
    "\98\aa\07\d8\01\5b\83\12\be\85\31\24\c3\7d\0c\55\74\5d\be\72\fe\b1\de\80\a7\06\dc\9b\74\f1\9b\c1"
    "\c1\69\9b\e4\86\47\be\ef\c6\9d\c1\0f\cc\a1\0c\24\6f\2c\e9\2d\aa\84\74\4a\dc\a9\b0\5c\da\88\f9\76"
    "\52\51\3e\98\6d\c6\31\a8\c8\27\03\b0\c7\7f\59\bf\f3\0b\e0\c6\47\91\a7\d5\51\63\ca\06\67\29\29\14"
    "\85\0a\b7\27\38\21\1b\2e\fc\6d\2c\4d\13\0d\38\53\54\73\0a\65\bb\0a\6a\76\2e\c9\c2\81\85\2c\72\92"
    "\a1\e8\bf\a2\4b\66\1a\a8\70\8b\4b\c2\a3\51\6c\c7\19\e8\92\d1\24\06\99\d6\85\35\0e\f4\70\a0\6a\10"
    "\16\c1\a4\19\08\6c\37\1e\4c\77\48\27\b5\bc\b0\34\b3\0c\1c\39\4a\aa\d8\4e\4f\ca\9c\5b\f3\6f\2e\68"
    "\ee\82\8f\74\6f\63\a5\78\14\78\c8\84\08\02\c7\8c\fa\ff\be\90\eb\6c\50\a4\f7\a3\f9\be\f2\78\71\c6")
  (data (i32.const 256)
    "\67\e6\09\6a\85\ae\67\bb\72\f3\6e\3c\3a\f5\4f\a5\7f\52\0e\51\8c\68\05\9b\ab\d9\83\1f\19\cd\e0\5b")

  ;; A word of the message, whose first byte is its highest.
  (func $word (param $at i32) (result i32)
    (local $word i32)
    (local.set $word (i32.load offset=576 (local.get $at)))
    (i32.or
      (i32.and (i32.rotl (local.get $word) (i32.const 8)) (i32.const 0x00ff00ff))
      (i32.and (i32.rotr (local.get $word) (i32.const 8)) (i32.const 0xff00ff00))))

  ;; The schedule of the block at an offset of the message (section 6.2.2, step 1).
  (func $expand (param $block i32)
    (local $at i32)
    (local $early i32)
    (local $late i32)
    (loop $first
      (i32.store offset=320 (local.get $at) (call $word (i32.add (local.get $block) (local.get $at))))
      (br_if $first (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 64))))
    (loop $next
      (local.set $early (i32.load offset=260 (local.get $at)))
      (local.set $late (i32.load offset=312 (local.get $at)))
      (i32.store offset=320 (local.get $at)
        (i32.add
          (i32.add
            (i32.load offset=256 (local.get $at))
            (i32.load offset=292 (local.get $at)))
          (i32.add
            (i32.xor
              (i32.xor
                (i32.rotr (local.get $early) (i32.const 7))
                (i32.rotr (local.get $early) (i32.const 18)))
              (i32.shr_u (local.get $early) (i32.const 3)))
            (i32.xor
              (i32.xor
                (i32.rotr (local.get $late) (i32.const 17))
                (i32.rotr (local.get $late) (i32.const 19)))
              (i32.shr_u (local.get $late) (i32.const 10))))))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 256)))))

  ;; Adds to a word of the hash.
  (func $add (param $at i32) (param $word i32)
    (i32.store offset=288 (local.get $at) (i32.add (i32.load offset=288 (local.get $at)) (local.get $word))))

  ;; Works the block of which the schedule is there into the hash (section 6.2.2, steps 2 to 4).
  (func $compress
    (local $a i32) (local $b i32) (local $c i32) (local $d i32)
    (local $e i32) (local $f i32) (local $g i32) (local $h i32)
    (local $at i32)
    (local $first i32)
    (local $second i32)
    (local.set $a (i32.load (i32.const 288)))
    (local.set $b (i32.load (i32.const 292)))
    (local.set $c (i32.load (i32.const 296)))
    (local.set $d (i32.load (i32.const 300)))
    (local.set $e (i32.load (i32.const 304)))
    (local.set $f (i32.load (i32.const 308)))
    (local.set $g (i32.load (i32.const 312)))
    (local.set $h (i32.load (i32.const 316)))
    (loop $round
      (local.set $first
        (i32.add
          (i32.add
            (i32.add
              (local.get $h)
              (i32.xor
                (i32.xor
                  (i32.rotr (local.get $e) (i32.const 6))
                  (i32.rotr (local.get $e) (i32.const 11)))
                (i32.rotr (local.get $e) (i32.const 25))))
            (i32.xor
              (local.get $g)
              (i32.and (local.get $e) (i32.xor (local.get $f) (local.get $g)))))
          (i32.add
            (i32.load (local.get $at))
            (i32.load offset=320 (local.get $at)))))
      (local.set $second
        (i32.add
          (i32.xor
            (i32.xor
              (i32.rotr (local.get $a) (i32.const 2))
              (i32.rotr (local.get $a) (i32.const 13)))
            (i32.rotr (local.get $a) (i32.const 22)))
          (i32.or
            (i32.and (local.get $a) (local.get $b))
            (i32.and (local.get $c) (i32.or (local.get $a) (local.get $b))))))
      (local.set $h (local.get $g))
      (local.set $g (local.get $f))
      (local.set $f (local.get $e))
      (local.set $e (i32.add (local.get $d) (local.get $first)))
      (local.set $d (local.get $c))
      (local.set $c (local.get $b))
      (local.set $b (local.get $a))
      (local.set $a (i32.add (local.get $first) (local.get $second)))
      (br_if $round (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (i32.const 256))))
    (call $add (i32.const 0) (local.get $a))
    (call $add (i32.const 4) (local.get $b))
    (call $add (i32.const 8) (local.get $c))
    (call $add (i32.const 12) (local.get $d))
    (call $add (i32.const 16) (local.get $e))
    (call $add (i32.const 20) (local.get $f))
    (call $add (i32.const 24) (local.get $g))
    (call $add (i32.const 28) (local.get $h)))

  ;; Leaves the hash of so many bytes of the message, which are whole blocks.
  (func (export "hash") (param $length i32)
    (local $block i32)
    (i64.store offset=288 (i32.const 0) (i64.load offset=256 (i32.const 0)))
    (i64.store offset=288 (i32.const 8) (i64.load offset=256 (i32.const 8)))
    (i64.store offset=288 (i32.const 16) (i64.load offset=256 (i32.const 16)))
    (i64.store offset=288 (i32.const 24) (i64.load offset=256 (i32.const 24)))
    (loop $next
      (call $expand (local.get $block))
      (call $compress)
      (br_if $next
        (i32.lt_u (local.tee $block (i32.add (local.get $block) (i32.const 64))) (local.get $length))))))
