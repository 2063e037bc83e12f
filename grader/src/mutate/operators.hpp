// SPDX-License-Identifier: MIT
// The mutation operators: the mistakes that people make in concurrent code, one at a time. Each
// works on tokens, so that what it makes mostly compiles, and hands its mutants to `mutants`.
#pragma once

#include "mutate/mutant.hpp"
#include "mutate/syntax.hpp"

namespace grader::mutate {

// waits.cpp
/// drop_notify: a notification is not sent.
void drop_notifies(const Source& source, Mutants& mutants);
/// notify_one_for_all, notify_all_for_one.
void exchange_notifies(const Source& source, Mutants& mutants);
/// if_for_while, drop_predicate, drop_wait: what a wait waits for is looked at once or not at all.
void weaken_waits(const Source& source, Mutants& mutants);
/// drop_join: a thread is not joined.
void drop_joins(const Source& source, Mutants& mutants);

// locks.cpp
/// drop_lock: no lock, or only one half of lock() and unlock().
void drop_locks(const Source& source, Mutants& mutants);
/// narrow_lock: the first or the last statement is outside of the critical section.
void narrow_locks(const Source& source, Mutants& mutants);

// orders.cpp
/// relax_order: memory_order_relaxed in place of another order, named or not.
void relax_orders(const Source& source, Mutants& mutants);

// conditions.cpp
/// weaken_condition: one side of && or || only.
void weaken_conditions(const Source& source, Mutants& mutants);
/// negate_condition: of if, while, for and of predicates of waits.
void negate_conditions(const Source& source, Mutants& mutants);

// bounds.cpp
/// shift_bound: < for <= and the like.
void shift_bounds(const Source& source, Mutants& mutants);
/// shift_constant: a whole number more by one, or less.
void shift_constants(const Source& source, Mutants& mutants);

// statements.cpp
/// drop_statement: a call, an assignment, a return, a continue is not there.
void drop_statements(const Source& source, Mutants& mutants);
/// swap_statements: two neighbours change places; of two declarations only where it can matter in
/// which order they end.
void swap_statements(const Source& source, Mutants& mutants);

}  // namespace grader::mutate
