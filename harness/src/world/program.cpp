// SPDX-License-Identifier: MIT
#include "world/program.hpp"

#include "world/static_objects.hpp"
#include "world/world.hpp"

namespace kata::model {

ProgramMain program_main = nullptr;
int good_status = 0;

void end_program(int status, AtExit handlers, const std::string& how) {
  // Between the last that this thread does and the end of the process the others may still run.
  world->point();
  // The others go on meanwhile, as they do in a process: what they use may be destroyed under them.
  if (handlers == AtExit::run) {
    // The thread's own objects first; values of keys are left alone.
    std::vector<Thread::Destructor>& own = world->running->destructors;
    while (!own.empty()) {
      const Thread::Destructor destructor = own.back();
      own.pop_back();
      destructor.run(destructor.object);
    }
    run_static_destructors();
  }
  status &= 0xff;
  if (status == 0 || status == good_status || good_status == any_status) world->end();
  world->stop(Verdict::wrong_answer, how + " " + std::to_string(status),
              "A status that is not 0 says that the program itself found something wrong.");
}

}  // namespace kata::model
