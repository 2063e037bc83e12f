// SPDX-License-Identifier: MIT
// What takes the place of a problem's harness where the submission is a whole program. Linked with
// --wrap=main: the process begins in the runtime, and the program's own main, whatever its language
// and parameters, is what each schedule runs.
extern "C" {

using Main = int (*)(int, char**, char**);

int kata_runtime_main();
void kata_program(Main main_function);
void kata_old_release_sequences();
void kata_atomic_functions();
int __real_main(int, char**, char**);

int __wrap_main() { return kata_runtime_main(); }

// The program's files have the names that they were compiled under.
extern const char kata_submission_path[];
const char kata_submission_path[] = "";

void kata_register_scenarios() {
  kata_program(__real_main);
#ifdef KATA_OLD_RELEASE_SEQUENCES
  kata_old_release_sequences();
#endif
#ifdef KATA_ATOMIC_FUNCTIONS
  kata_atomic_functions();
#endif
}

}  // extern "C"
