// SPDX-License-Identifier: MIT
// The litmus tests of outcomes.cpp: ROW(name, outcome, threads...). The outcomes of the first table
// may come up, those of the second never.
#pragma once

// clang-format off
#define LITMUS_ALLOWED(ROW) \
  ROW("SB rlx", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), a = get(y, rlx)), \
      THREAD(set(y, 1, rlx), b = get(x, rlx))) \
  ROW("SB rel acq", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rel), a = get(y, acq)), \
      THREAD(set(y, 1, rel), b = get(x, acq))) \
  ROW("SB sc stores", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = get(y, acq)), \
      THREAD(set(y, 1, sc), b = get(x, acq))) \
  ROW("SB sc loads, rel stores", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rel), a = get(y, sc)), \
      THREAD(set(y, 1, rel), b = get(x, sc))) \
  ROW("SB sc loads, rlx stores", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), a = get(y, sc)), \
      THREAD(set(y, 1, rlx), b = get(x, sc))) \
  ROW("SB sc but for one store", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = get(y, sc)), \
      THREAD(set(y, 1, rel), b = get(x, sc))) \
  ROW("SB sc but for one load", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = get(y, sc)), \
      THREAD(set(y, 1, sc), b = get(x, acq))) \
  ROW("SB sc in one thread", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = get(y, sc)), \
      THREAD(set(y, 1, rel), b = get(x, acq))) \
  ROW("SB acq_rel fences", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), fence(both), a = get(y, rlx)), \
      THREAD(set(y, 1, rlx), fence(both), b = get(x, rlx))) \
  ROW("SB one sc fence", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), fence(sc), a = get(y, rlx)), \
      THREAD(set(y, 1, rlx), b = get(x, rlx))) \
  ROW("SB sc fence, sc load", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), fence(sc), a = get(y, rlx)), \
      THREAD(set(y, 1, rel), b = get(x, sc))) \
  ROW("SB acq_rel exchanges", OUTCOME(a == 0 && b == 0), \
      THREAD(swap(x, 1, both), a = get(y, acq)), \
      THREAD(swap(y, 1, both), b = get(x, acq))) \
  ROW("SB sc exchanges, acq loads", OUTCOME(a == 0 && b == 0), \
      THREAD(swap(x, 1, sc), a = get(y, acq)), \
      THREAD(swap(y, 1, sc), b = get(x, acq))) \
  ROW("SB failing exchanges", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rel), a = fail(y, both, acq)), \
      THREAD(set(y, 1, rel), b = fail(x, both, acq))) \
  ROW("SB sc exchanges that fail acq", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = fail(y, sc, acq)), \
      THREAD(set(y, 1, sc), b = fail(x, sc, acq))) \
  ROW("SB exchanges instead of loads", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), a = add(y, 0, both)), \
      THREAD(set(y, 1, rlx), b = add(x, 0, both))) \
  ROW("MP rlx", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), b = get(x, rlx))) \
  ROW("MP rlx load", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, rlx), b = get(x, rlx))) \
  ROW("MP rlx store", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, acq), b = get(x, rlx))) \
  ROW("MP sc data load", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, sc)), \
      THREAD(a = get(y, rlx), b = get(x, sc))) \
  ROW("MP rel fence only", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), fence(rel), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), b = get(x, rlx))) \
  ROW("MP acq fence only", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), fence(acq), b = get(x, rlx))) \
  ROW("MP later store by the thread", OUTCOME(a == 2 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel), set(y, 2, rlx)), \
      THREAD(a = get(y, acq), b = get(x, rlx))) \
  ROW("MP later store by another", OUTCOME(a == 1 && b == 2 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, rlx), set(y, 2, rlx)), \
      THREAD(b = get(y, acq), c = get(x, rlx))) \
  ROW("MP failing exchange", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), b = fail(x, rlx, rlx))) \
  ROW("MP sc exchange that fails rlx", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, sc), set(y, 1, sc)), \
      THREAD(a = get(y, rlx), b = fail(x, sc, rlx))) \
  ROW("MP fetch_add of an old value", OUTCOME(a == 1 && b == 0 && x == 1), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), b = add(x, 10, rlx))) \
  ROW("MP exchange of an old value", OUTCOME(a == 1 && b == 1 && x == 1), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, rlx), b = replace(x, 0, 5, both))) \
  ROW("IRIW rlx", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(set(y, 1, rlx)), \
      THREAD(a = get(x, rlx), b = get(y, rlx)), \
      THREAD(c = get(y, rlx), d = get(x, rlx))) \
  ROW("IRIW rel acq", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(set(y, 1, rel)), \
      THREAD(a = get(x, acq), b = get(y, acq)), \
      THREAD(c = get(y, acq), d = get(x, acq))) \
  ROW("IRIW sc stores", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, sc)), \
      THREAD(set(y, 1, sc)), \
      THREAD(a = get(x, acq), b = get(y, acq)), \
      THREAD(c = get(y, acq), d = get(x, acq))) \
  ROW("IRIW one sc fence", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(set(y, 1, rlx)), \
      THREAD(a = get(x, rlx), fence(sc), b = get(y, rlx)), \
      THREAD(c = get(y, acq), d = get(x, acq))) \
  ROW("WRC rlx", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx), set(y, 1, rlx)), \
      THREAD(b = get(y, rlx), c = get(x, rlx))) \
  ROW("WRC rlx store", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, acq), set(y, 1, rlx)), \
      THREAD(b = get(y, acq), c = get(x, rlx))) \
  ROW("WRC rlx load", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, acq), set(y, 1, rel)), \
      THREAD(b = get(y, rlx), c = get(x, rlx))) \
  ROW("ISA2 rlx store", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), set(z, 1, rlx)), \
      THREAD(b = get(z, acq), c = get(x, rlx))) \
  ROW("RWC rel acq", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, acq), b = get(y, acq)), \
      THREAD(set(y, 1, rel), c = get(x, acq))) \
  ROW("RWC sc in the writing reader", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, acq), b = get(y, acq)), \
      THREAD(set(y, 1, sc), c = get(x, sc))) \
  ROW("W+RWC rel acq", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), b = get(z, acq)), \
      THREAD(set(z, 1, rel), c = get(x, acq))) \
  ROW("W+RWC sc exchange", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), b = get(z, sc)), \
      THREAD(swap(z, 1, sc), c = get(x, acq))) \
  ROW("2+2W rlx", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, rlx), set(y, 2, rlx)), \
      THREAD(set(y, 1, rlx), set(x, 2, rlx))) \
  ROW("2+2W rel", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, rel), set(y, 2, rel)), \
      THREAD(set(y, 1, rel), set(x, 2, rel))) \
  ROW("2+2W sc in one thread", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, sc), set(y, 2, sc)), \
      THREAD(set(y, 1, rel), set(x, 2, rel))) \
  ROW("2+2W one sc fence", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 2, rlx)), \
      THREAD(set(y, 1, rlx), set(x, 2, rlx))) \
  ROW("3.2W rel", OUTCOME(x == 2 && y == 2 && z == 2), \
      THREAD(set(x, 2, rel), set(y, 1, rel)), \
      THREAD(set(y, 2, rel), set(z, 1, rel)), \
      THREAD(set(z, 2, rel), set(x, 1, rel))) \
  ROW("S rlx", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), set(x, 1, rlx))) \
  ROW("S rlx load", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, rlx), set(x, 1, rel))) \
  ROW("S rlx store", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, acq), set(x, 1, rlx))) \
  ROW("S under a sc store", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, sc), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), set(x, 1, rel))) \
  ROW("S under a fetch_add", OUTCOME(a == 1 && b == 5 && x == 6), \
      THREAD(set(x, 5, rlx), b = add(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), set(x, 1, rlx))) \
  ROW("S exchange under a store", OUTCOME(a == 1 && b == 0 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), b = swap(x, 1, both))) \
  ROW("R rel acq", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, rel), set(y, 1, rel)), \
      THREAD(set(y, 2, rel), a = get(x, acq))) \
  ROW("R sc stores", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, sc), set(y, 1, sc)), \
      THREAD(set(y, 2, rel), a = get(x, acq))) \
  ROW("R sc in the reader", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, rel), set(y, 1, rel)), \
      THREAD(set(y, 2, sc), a = get(x, sc))) \
  ROW("R one sc fence", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, rlx), set(y, 1, rlx)), \
      THREAD(set(y, 2, rlx), fence(sc), a = get(x, rlx))) \
  ROW("WWC rlx", OUTCOME(a == 2 && b == 1 && x == 2), \
      THREAD(set(x, 2, rlx)), \
      THREAD(a = get(x, rlx), set(y, 1, rlx)), \
      THREAD(b = get(y, rlx), set(x, 1, rlx))) \
  ROW("WRW+2W rel acq", OUTCOME(a == 2 && x == 2 && y == 2), \
      THREAD(set(x, 2, rel)), \
      THREAD(a = get(x, acq), set(y, 1, rel)), \
      THREAD(set(y, 2, rel), set(x, 1, rel))) \
  ROW("Z6 rel acq", OUTCOME(a == 1 && b == 0 && y == 2), \
      THREAD(set(x, 1, rel), set(y, 1, rel)), \
      THREAD(set(y, 2, rel), set(z, 1, rel)), \
      THREAD(a = get(z, acq), b = get(x, acq))) \
  ROW("Z6.U", OUTCOME(a == 1 && b == 3 && c == 0), \
      THREAD(set(x, 1, sc), set(y, 1, rel)), \
      THREAD(a = add(y, 1, sc), b = get(y, rlx)), \
      THREAD(set(y, 3, rlx), c = get(x, sc)))

#define LITMUS_FORBIDDEN(ROW) \
  ROW("SB sc", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = get(y, sc)), \
      THREAD(set(y, 1, sc), b = get(x, sc))) \
  ROW("SB sc fences", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), fence(sc), a = get(y, rlx)), \
      THREAD(set(y, 1, rlx), fence(sc), b = get(x, rlx))) \
  ROW("SB sc exchanges", OUTCOME(a == 0 && b == 0), \
      THREAD(swap(x, 1, sc), a = get(y, sc)), \
      THREAD(swap(y, 1, sc), b = get(x, sc))) \
  ROW("SB fence against sc", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, rlx), fence(sc), a = get(y, rlx)), \
      THREAD(set(y, 1, sc), b = get(x, sc))) \
  ROW("SB sc exchanges that fail sc", OUTCOME(a == 0 && b == 0), \
      THREAD(set(x, 1, sc), a = fail(y, sc, sc)), \
      THREAD(set(y, 1, sc), b = fail(x, sc, sc))) \
  ROW("MP rel acq", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), b = get(x, rlx))) \
  ROW("MP sc", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, sc), set(y, 1, sc)), \
      THREAD(a = get(y, sc), b = get(x, sc))) \
  ROW("MP rel store, sc loads", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rel), set(y, 1, rel)), \
      THREAD(a = get(y, sc), b = get(x, sc))) \
  ROW("MP fences", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), fence(rel), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), fence(acq), b = get(x, rlx))) \
  ROW("MP rel fence, acq load", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), fence(rel), set(y, 1, rlx)), \
      THREAD(a = get(y, acq), b = get(x, rlx))) \
  ROW("MP rel store, acq fence", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, rlx), fence(acq), b = get(x, rlx))) \
  ROW("MP sc fences", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), fence(sc), b = get(x, rlx))) \
  ROW("MP release sequence", OUTCOME(a == 1 && b == 2 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = add(y, 1, rlx)), \
      THREAD(b = get(y, acq), c = get(x, rlx))) \
  ROW("MP exchanges", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), swap(y, 1, rel)), \
      THREAD(a = swap(y, 2, acq), b = get(x, rlx))) \
  ROW("MP replaced", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = replace(y, 1, 2, acq), b = get(x, rlx))) \
  ROW("MP failing acq exchange", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = fail(y, both, acq), b = get(x, rlx))) \
  ROW("MP fetch_add after rel acq", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), b = add(x, 10, rlx))) \
  ROW("MP failing exchange after rel acq", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), b = fail(x, rlx, rlx))) \
  ROW("MP below a later store", OUTCOME(a == 1 && b == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(set(y, 2, rlx)), \
      THREAD(a = get(y, acq), b = get(x, rlx))) \
  ROW("MP release sequence below a later store", OUTCOME(a == 1 && b == 11 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(set(y, 3, rlx)), \
      THREAD(a = add(y, 10, rlx)), \
      THREAD(b = get(y, acq), c = get(x, rlx))) \
  ROW("IRIW sc", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, sc)), \
      THREAD(set(y, 1, sc)), \
      THREAD(a = get(x, sc), b = get(y, sc)), \
      THREAD(c = get(y, sc), d = get(x, sc))) \
  ROW("IRIW sc loads", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(set(y, 1, rel)), \
      THREAD(a = get(x, sc), b = get(y, sc)), \
      THREAD(c = get(y, sc), d = get(x, sc))) \
  ROW("IRIW sc fences", OUTCOME(a == 1 && b == 0 && c == 1 && d == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(set(y, 1, rlx)), \
      THREAD(a = get(x, rlx), fence(sc), b = get(y, rlx)), \
      THREAD(c = get(y, rlx), fence(sc), d = get(x, rlx))) \
  ROW("WRC rel acq", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, acq), set(y, 1, rel)), \
      THREAD(b = get(y, acq), c = get(x, acq))) \
  ROW("WRC rlx on the first leg", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx), set(y, 1, rel)), \
      THREAD(b = get(y, acq), c = get(x, rlx))) \
  ROW("WRC sc loads", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rel)), \
      THREAD(a = get(x, sc), set(y, 1, sc)), \
      THREAD(b = get(y, sc), c = get(x, sc))) \
  ROW("ISA2 rel acq", OUTCOME(a == 1 && b == 1 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), set(z, 1, rel)), \
      THREAD(b = get(z, acq), c = get(x, rlx))) \
  ROW("RWC sc", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, sc)), \
      THREAD(a = get(x, sc), b = get(y, sc)), \
      THREAD(set(y, 1, sc), c = get(x, sc))) \
  ROW("RWC sc fences", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx), fence(sc), b = get(y, rlx)), \
      THREAD(set(y, 1, rlx), fence(sc), c = get(x, rlx))) \
  ROW("W+RWC sc fences", OUTCOME(a == 1 && b == 0 && c == 0), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), fence(sc), b = get(z, rlx)), \
      THREAD(set(z, 1, rlx), fence(sc), c = get(x, rlx))) \
  ROW("2+2W sc", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, sc), set(y, 2, sc)), \
      THREAD(set(y, 1, sc), set(x, 2, sc))) \
  ROW("2+2W sc fences", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 2, rlx)), \
      THREAD(set(y, 1, rlx), fence(sc), set(x, 2, rlx))) \
  ROW("2+2W fence against sc", OUTCOME(x == 1 && y == 1), \
      THREAD(set(x, 1, sc), set(y, 2, sc)), \
      THREAD(set(y, 1, rlx), fence(sc), set(x, 2, rlx))) \
  ROW("3.2W sc", OUTCOME(x == 2 && y == 2 && z == 2), \
      THREAD(set(x, 2, sc), set(y, 1, sc)), \
      THREAD(set(y, 2, sc), set(z, 1, sc)), \
      THREAD(set(z, 2, sc), set(x, 1, sc))) \
  ROW("3.2W sc fences", OUTCOME(x == 2 && y == 2 && z == 2), \
      THREAD(set(x, 2, rlx), fence(sc), set(y, 1, rlx)), \
      THREAD(set(y, 2, rlx), fence(sc), set(z, 1, rlx)), \
      THREAD(set(z, 2, rlx), fence(sc), set(x, 1, rlx))) \
  ROW("S rel acq", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), set(x, 1, rlx))) \
  ROW("S fences", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), fence(rel), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), fence(acq), set(x, 1, rlx))) \
  ROW("S rel acq exchange", OUTCOME(a == 1 && x == 2), \
      THREAD(set(x, 2, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), swap(x, 1, rlx))) \
  ROW("S between a fetch_add and what it read", OUTCOME(a == 1 && b == 0 && x == 10), \
      THREAD(b = add(x, 10, rlx), set(y, 1, rlx)), \
      THREAD(a = get(y, rlx), set(x, 1, rlx))) \
  ROW("R sc", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, sc), set(y, 1, sc)), \
      THREAD(set(y, 2, sc), a = get(x, sc))) \
  ROW("R sc fences", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 1, rlx)), \
      THREAD(set(y, 2, rlx), fence(sc), a = get(x, rlx))) \
  ROW("R fence against sc", OUTCOME(a == 0 && y == 2), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 1, rlx)), \
      THREAD(set(y, 2, sc), a = get(x, sc))) \
  ROW("WWC rel acq", OUTCOME(a == 2 && b == 1 && x == 2), \
      THREAD(set(x, 2, rlx)), \
      THREAD(a = get(x, rlx), set(y, 1, rel)), \
      THREAD(b = get(y, acq), set(x, 1, rlx))) \
  ROW("WRW+2W sc", OUTCOME(a == 2 && x == 2 && y == 2), \
      THREAD(set(x, 2, sc)), \
      THREAD(a = get(x, sc), set(y, 1, sc)), \
      THREAD(set(y, 2, sc), set(x, 1, sc))) \
  ROW("Z6 sc", OUTCOME(a == 1 && b == 0 && y == 2), \
      THREAD(set(x, 1, sc), set(y, 1, sc)), \
      THREAD(set(y, 2, sc), set(z, 1, sc)), \
      THREAD(a = get(z, sc), b = get(x, sc))) \
  ROW("Z6 sc fences", OUTCOME(a == 1 && b == 0 && y == 2), \
      THREAD(set(x, 1, rlx), fence(sc), set(y, 1, rlx)), \
      THREAD(set(y, 2, rlx), set(z, 1, rel)), \
      THREAD(a = get(z, acq), fence(sc), b = get(x, rlx))) \
  ROW("CoRR", OUTCOME(a == 2 && b == 1), \
      THREAD(set(x, 1, rlx), set(x, 2, rlx)), \
      THREAD(a = get(x, rlx), b = get(x, rlx))) \
  ROW("CoRR of two readers", OUTCOME(a == 1 && b == 2 && c == 2 && d == 1), \
      THREAD(set(x, 1, rlx)), \
      THREAD(set(x, 2, rlx)), \
      THREAD(a = get(x, rlx), b = get(x, rlx)), \
      THREAD(c = get(x, rlx), d = get(x, rlx))) \
  ROW("CoRR of two readers, sc loads", OUTCOME(a == 1 && b == 2 && c == 2 && d == 1), \
      THREAD(set(x, 1, rel)), \
      THREAD(set(x, 2, rel)), \
      THREAD(a = get(x, sc), b = get(x, sc)), \
      THREAD(c = get(x, sc), d = get(x, sc))) \
  ROW("CoRR by failing exchanges", OUTCOME(a == 2 && b == 1), \
      THREAD(set(x, 1, rlx), set(x, 2, rlx)), \
      THREAD(a = fail(x, rlx, rlx), b = fail(x, rlx, rlx))) \
  ROW("CoWR", OUTCOME(a == 0), \
      THREAD(set(x, 1, rlx), a = get(x, rlx)), \
      THREAD(set(x, 2, rlx))) \
  ROW("CoWR back and forth", OUTCOME(a == 1 && b == 2), \
      THREAD(set(x, 1, rlx)), \
      THREAD(set(x, 2, rlx), a = get(x, rlx), b = get(x, rlx))) \
  ROW("CoRW", OUTCOME(a == 1 && x == 1), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx), set(x, 2, rlx))) \
  ROW("CoRW by a fetch_add", OUTCOME(a == 1 && x == 1), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx), add(x, 1, rlx))) \
  ROW("CoWW", OUTCOME(x == 1), \
      THREAD(set(x, 1, rlx), set(x, 2, rlx)), \
      THREAD(a = get(x, rlx))) \
  ROW("CoWW by way of another thread", OUTCOME(a == 1 && x == 1), \
      THREAD(set(x, 1, rlx), set(y, 1, rel)), \
      THREAD(a = get(y, acq), set(x, 2, rlx))) \
  ROW("two fetch_adds of one value", OUTCOME(a == 0 && b == 0), \
      THREAD(a = add(x, 1, rlx)), \
      THREAD(b = add(x, 1, rlx))) \
  ROW("two fetch_adds of one stored value", OUTCOME(a == 5 && b == 5), \
      THREAD(set(x, 5, rlx)), \
      THREAD(a = add(x, 1, rlx)), \
      THREAD(b = add(x, 1, rlx))) \
  ROW("two that replace one value", OUTCOME(a == 1 && b == 1), \
      THREAD(a = replace(x, 0, 1, rlx)), \
      THREAD(b = replace(x, 0, 2, rlx))) \
  ROW("fetch_add over a store", OUTCOME(a == 5 && b == 5 && c == 1 && d == 6), \
      THREAD(set(x, 5, rlx), a = add(x, 1, rlx)), \
      THREAD(set(x, 1, rlx)), \
      THREAD(b = get(x, rlx), c = get(x, rlx), d = get(x, rlx))) \
  ROW("LB", OUTCOME(a == 1 && b == 1), \
      THREAD(a = get(x, rlx), set(y, 1, rlx)), \
      THREAD(b = get(y, rlx), set(x, 1, rlx))) \
  ROW("LB of what is read", OUTCOME(a == 1 && b == 1), \
      THREAD(a = get(x, rlx), set(y, a, rlx)), \
      THREAD(b = get(y, rlx), set(x, b, rlx))) \
  ROW("join orders", OUTCOME(x == 0), \
      THREAD(set(x, 1, rlx)), \
      THREAD(a = get(x, rlx)))

// clang-format on
