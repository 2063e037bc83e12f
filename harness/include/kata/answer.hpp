// SPDX-License-Identifier: MIT
// What a problem's answer.hpp is written in: the calls that the judge makes of an answer, as an
// interface, and how each is made on the student's class. Both sides include it. The judge
// (harness.cpp) is compiled once; the submission is compiled with this header, answer.hpp and
// nothing else of the judge's.
//
//   namespace kata_oracle {
//
//   struct Answer {
//     virtual ~Answer() = default;
//     virtual void foo(kata::Callback<void()> print_foo) = 0;
//   };
//
//   template <class FooBar>
//   struct Adapter final : Answer {
//     explicit Adapter(int n) : answer(n) {}
//     void foo(kata::Callback<void()> print_foo) override {
//       KATA_CALL(void, "void foo(std::function<void()> printFoo)",
//       answer.foo(print_foo.function()));
//     }
//     FooBar answer;
//   };
//
//   }  // namespace kata_oracle
//
//   KATA_ANSWER(FooBar, "FooBar(int n)", int)
#pragma once

#include <kata/prelude.hpp>

namespace kata {

namespace detail {

/// Runs the judge's function of this number in the schedule that runs. `frame` is a Frame of the
/// callback's types; null for a callback without parameters and without a result. Exceptions of the
/// judge's function pass through.
__attribute__((visibility("default"))) void call_back(std::uint32_t number, void* frame);

/// Keeps the judge's `function` until the schedule ends, and returns its number. `call` runs it;
/// `destroy` destroys it, unless its memory goes with the schedule anyway.
__attribute__((visibility("default"))) std::uint32_t keep_callback(void* function,
                                                                   void (*call)(void*, void* frame),
                                                                   void (*destroy)(void*));

struct Nothing {};

/// The arguments and the result of one call, on the caller's stack.
template <class Result, class... Arguments>
struct Frame {
  std::tuple<Arguments&...> arguments;
  std::optional<std::conditional_t<std::is_void_v<Result>, Nothing, Result>> result;
};

template <class T>
concept is_defined = requires {
  sizeof(T);
};

template <class T>
concept can_be_destroyed = std::is_destructible_v<T>;

template <class>
inline constexpr bool never = false;

}  // namespace detail

template <class Signature>
class Callback;

/// A function of the judge's, which an answer is given to call. It holds a number: what the number
/// stands for is in the engine's books, and is dropped with the schedule, without a destructor.
template <class Result, class... Arguments>
class Callback<Result(Arguments...)> {
 public:
  /// The judge's side: makes `function` callable by the answer until the schedule ends.
  template <class Function>
  requires(!std::is_same_v<std::remove_cvref_t<Function>, Callback> &&
           std::is_invocable_r_v<Result, std::decay_t<Function>&, Arguments&...>)
      Callback(Function&& function)  // NOLINT: a lambda is what the judge passes
      : number_(detail::keep_callback(
            new std::decay_t<Function>(std::forward<Function>(function)),
            [](void* kept, [[maybe_unused]] void* frame) {
              auto& called = *static_cast<std::decay_t<Function>*>(kept);
              if constexpr (has_frame) {
                auto& call = *static_cast<Frame*>(frame);
                if constexpr (std::is_void_v<Result>) {
                  std::apply(called, call.arguments);
                } else {
                  call.result.emplace(std::apply(called, call.arguments));
                }
              } else {
                called();
              }
            },
            [](void* kept) { delete static_cast<std::decay_t<Function>*>(kept); })) {}

  /// The answer's side: calls it.
  Result operator()(Arguments... arguments) const {
    if constexpr (has_frame) {
      Frame frame{{arguments...}, {}};
      detail::call_back(number_, &frame);
      if constexpr (!std::is_void_v<Result>) return std::move(*frame.result);
    } else {
      detail::call_back(number_, nullptr);
    }
  }

  /// What the statement promises the student: a std::function.
  std::function<Result(Arguments...)> function() const { return *this; }

 private:
  using Frame = detail::Frame<Result, Arguments...>;
  static constexpr bool has_frame = sizeof...(Arguments) > 0 || !std::is_void_v<Result>;

  std::uint32_t number_;
};

}  // namespace kata

/// Stands in a method of the adapter: calls the student's method and returns its result. `result`
/// is the type that the statement promises, `signature` a literal for the student: the method as
/// the stub declares it. An answer that cannot be called so gets one error, which quotes the
/// signature.
#define KATA_CALL(result, signature, ...)                                           \
  if constexpr (std::is_void_v<result>) {                                           \
    if constexpr (requires { __VA_ARGS__; }) {                                      \
      static_cast<void>(__VA_ARGS__);                                               \
    } else {                                                                        \
      static_assert(kata::detail::never<decltype(this)>, "kata calls: " signature); \
    }                                                                               \
  } else {                                                                          \
    if constexpr (requires {                                                        \
                    { __VA_ARGS__ } -> std::convertible_to<result>;                 \
                  }) {                                                              \
      return __VA_ARGS__;                                                           \
    } else {                                                                        \
      static_assert(kata::detail::never<decltype(this)>, "kata calls: " signature); \
    }                                                                               \
  }

/// Stands at the end of answer.hpp, after kata_oracle::Answer and the template
/// kata_oracle::Adapter. `constructor` is a literal: the student's constructor as the stub declares
/// it; its parameters' types follow. Declares the student's class, so answer.hpp is complete before
/// any of the submission's text: function templates are instantiated at the end of the file, where
/// the class is complete. (Included by the judge it only declares how an answer is made, see
/// kata.hpp.)
#define KATA_ANSWER(Class, constructor, ...)                                                       \
  class Class;                                                                                     \
  namespace kata_oracle {                                                                          \
  template <class Submitted, class... Arguments>                                                   \
  Answer* made_answer(Arguments... arguments) {                                                    \
    static_assert(kata::detail::is_defined<Submitted>, "kata needs: class " #Class);               \
    if constexpr (kata::detail::is_defined<Submitted>) {                                           \
      constexpr bool destroyed = kata::detail::can_be_destroyed<Submitted>;                        \
      static_assert(destroyed, "kata needs: ~" #Class "()");                                       \
      constexpr bool made = !destroyed || std::is_constructible_v<Submitted, Arguments...>;        \
      static_assert(made, "kata needs: " constructor);                                             \
      if constexpr (destroyed && made) {                                                           \
        /* Without parentheses: they would set members to 0 that the student left as they were. */ \
        if constexpr (sizeof...(arguments) == 0) return new Adapter<Submitted>;                    \
        if constexpr (sizeof...(arguments) > 0) {                                                  \
          return new Adapter<Submitted>(std::move(arguments)...);                                  \
        }                                                                                          \
      }                                                                                            \
    }                                                                                              \
    return nullptr;                                                                                \
  }                                                                                                \
  }                                                                                                \
  extern "C" {                                                                                     \
  extern kata_oracle::Answer* (*const kata_make_answer)(__VA_ARGS__);                              \
  kata_oracle::Answer* (*const kata_make_answer)(__VA_ARGS__) =                                    \
      &kata_oracle::made_answer<Class __VA_OPT__(, ) __VA_ARGS__>;                                 \
  }
