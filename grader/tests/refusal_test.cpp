// SPDX-License-Identifier: MIT
// What an answer may be made of: names that it may use, assembly, sections, instructions. Each
// refusal beside look-alikes that stay permitted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compile/assembly.hpp"
#include "compile/given_names.hpp"
#include "compile/machine_code.hpp"
#include "compile/permitted.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;

TEST(Permitted, TheStandardLibraryAndThreadsAre) {
  for (const char* name :
       {"printf", "rand", "sem_wait", "pthread_cond_clockwait", "usleep", "sched_yield", "syscall",
        "getpid", "memcpy", "__errno_location", "_ZSt4cout", "_ZNSt6thread4joinEv", "_Znwm",
        "__cxa_throw", "__tsan_read4", "__tsan_atomic32_fetch_add", "__udivti3", "__popcountdi2",
        "sqrtl", "pow", "environ", "_ZN4kata6detail9call_backEjPv", "_ZN7katanasC1Ev",
        // What an honest answer may look things up with, by kind.
        "getenv", "setenv", "qsort", "bsearch", "strtol", "strtod", "realpath", "clock_gettime",
        "localtime_r", "strftime", "gettimeofday", "snprintf", "sscanf", "fopen", "getline",
        "mkstemp", "opendir", "readdir64", "glob", "nftw", "regexec", "tsearch", "iconv",
        "setlocale", "nl_langinfo", "wcstol", "towupper", "mbrtowc", "getrandom", "drand48",
        "lgamma_r", "feclearexcept", "sysconf", "uname", "getrusage", "mallinfo2", "inet_ntop",
        "htons", "select", "poll", "raise", "setjmp", "longjmp", "thrd_create",
        "pthread_rwlock_rdlock", "pthread_barrier_wait", "sem_clockwait"}) {
    EXPECT_TRUE(compile::is_permitted(name)) << name;
  }
}

TEST(Permitted, WhatReachesAroundTheEngineIsNot) {
  for (const char* name : {"dlsym",
                           "dlopen",
                           "dl_iterate_phdr",
                           "mprotect",
                           "mmap",
                           "ptrace",
                           "process_vm_writev",
                           "prctl",
                           "fcntl",
                           "swapcontext",
                           "clone",
                           "__VERIFIER_assume",
                           "__VERIFIER_nondet_int",
                           "kata_program",
                           "kata_old_release_sequences",
                           "kata_runtime_main",
                           "reach_error",
                           "main",
                           "_ZN4kata8Schedule6UnseenC1Ev",
                           "_ZN4kata10Transcript3sayEi",
                           "__cxa_thread_atexit_impl",
                           "__start_kata_judge",
                           "__tsan_acquire",
                           "AnnotateIgnoreReadsBegin",
                           "__libc_start_main",
                           "_dl_sym",
                           "pipe",
                           "socketpair",
                           "eventfd",
                           "pthread_cancel",
                           "pthread_kill",
                           "sigwait",
                           "pause",
                           "sigaction",
                           "signal",
                           "pthread_sigmask",
                           "setitimer",
                           "timer_create",
                           "pthread_mutexattr_setrobust",
                           "__register_frame"}) {
    EXPECT_FALSE(compile::is_permitted(name)) << name;
  }
}

TEST(GivenNames, AreFoundAsTheCompilerReadsThem) {
  for (const char* source :
       {"__attribute__((section(\".text\\n nop\"))) void f();", "int x asm(\"a\\nb\");",
        "[[gnu::section(\".data;nop\")]] int y;", "int z __asm__(\"a\" \"b\\x0a\");",
        "__attribute__((alias(R\"(a\nb)\"))) void g();", "int x asm (\"a\" \"/*\");"}) {
    EXPECT_NE(compile::odd_name_in(source), "") << source;
    EXPECT_TRUE(compile::may_give_names(source)) << source;
  }
  for (const char* source :
       {"__attribute__((section(\".text.hot\"))) void f();", "int x asm(\"own_name\");",
        "const char* words = \"asm(\\\"a\\\\n\\\")\"; int n = 1'000; char c = '\\\"';",
        "asm volatile(\"mfence\" : : : \"memory\");", "asm(\"\" : \"+r\"(x) : \"m\"(y));",
        "section(1); puts(\"a\\n\");", "__asm__ __volatile__(\"cpuid\\n\\t\" : \"=a\"(x));"}) {
    EXPECT_EQ(compile::odd_name_in(source), "") << source;
  }
  EXPECT_FALSE(compile::may_give_names("#include <mutex>\nclass FooBar {};\n"));
}

TEST(Assembly, IsPermittedIfItDoesNothing) {
  for (const char* text : {"", "pause", " PAUSE ", "rep; nop", "mfence", "lfence\n\tpause",
                           "lock; addl $0, 0(%rsp)", "nop;nop"}) {
    EXPECT_TRUE(compile::is_permitted_assembly(text)) << text;
  }
  for (const char* text : {"syscall", "int $0x80", "movl %1, %0", "pause; movl %1, %0",
                           "lock; incl %0", "pause #", "pause /* ", "jmp 1f", "# nothing"}) {
    EXPECT_FALSE(compile::is_permitted_assembly(text)) << text;
  }
}

TEST(Assembly, IsReadFromDumpsOfBothCompilers) {
  EXPECT_EQ(compile::forbidden_assembly_in("void f()\n{\n  __asm__ __volatile__(\"pause\");\n}\n"),
            "");
  EXPECT_EQ(compile::forbidden_assembly_in("  __asm__(\"lock; addl $0,0(%%rsp)\n\tpause\" : : );"),
            "");
  EXPECT_EQ(compile::forbidden_assembly_in("  __asm__(\"pause\n\tmovl %1,%0\" : \"=r\" x);"),
            "pause\n\tmovl %1,%0");
  EXPECT_EQ(compile::forbidden_assembly_in("  call void asm sideeffect \"pause\", \"\"() #2\n"),
            "");
  EXPECT_EQ(compile::forbidden_assembly_in(
                "  call void asm sideeffect \"lock; addl $$0,0(%rsp)\\0A\\09pause\", \"\"()\n"),
            "");
  EXPECT_EQ(compile::forbidden_assembly_in("module asm \"ret\"\n"), "ret");
  EXPECT_EQ(compile::forbidden_assembly_in("@.str = constant [9 x i8] c\" asm \\22x\\22\\00\"\n"),
            "");
}

TEST(MachineCode, KnowsInstructionsThatEnterTheKernel) {
  EXPECT_EQ(compile::listing_enters_kernel("   4:\tsyscall \n"), "syscall");
  EXPECT_EQ(compile::listing_enters_kernel("   4:\tint    $0x80\n"), "int $0x80");
  EXPECT_EQ(compile::listing_enters_kernel("   4:\tcs sysenter \n"), "cs sysenter");
  EXPECT_EQ(compile::listing_enters_kernel("   4:\tint3   \n   5:\tcall   9 <syscall>\n"), "");
}

// ---- whole submissions ----

class Refusal : public ::testing::Test {
 protected:
  static compile::Toolchain built() {
    return compile::Toolchain::load(std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json");
  }
  // A right answer to foo_bar, with `before` in front of it and `body` where it may run.
  static Json grade(const std::string& before, const std::string& body = "") {
    const PrivateDirectory directory;
    testing::put(directory.path() / "answer.hpp",
                 before +
                     "\nclass FooBar {\n  int n_;\n  std::binary_semaphore foo_{1}, bar_{0};\n"
                     " public:\n  explicit FooBar(int n) : n_(n) {}\n"
                     "  void foo(std::function<void()> print) {\n" +
                     body +
                     "\n    for (int i = 0; i < n_; ++i) foo_.acquire(), print(), bar_.release();\n"
                     "  }\n  void bar(std::function<void()> print) {\n"
                     "    for (int i = 0; i < n_; ++i) bar_.acquire(), print(), foo_.release();\n"
                     "  }\n};\n");
    const workbook::Workbook workbook(built().source_dir);
    grading::Options options;
    options.schedules = 20;
    return to_json(grading::Grader(built(), workbook)
                       .grade(workbook.problem("foo_bar"),
                              {directory.path() / "answer.hpp", "answer.hpp"}, options));
  }
  static void expect_refused(const Json& result, const std::string& word) {
    EXPECT_EQ(string_or(result, "verdict"), "compile_error") << dump(result, 2);
    EXPECT_THAT(string_or(result["failure"], "message"), HasSubstr(word)) << dump(result, 2);
  }
};

TEST_F(Refusal, NamesTheFunctionAtTheStudentsLine) {
  const Json result = grade("extern \"C\" void __VERIFIER_assume(int);", "__VERIFIER_assume(1);");
  expect_refused(result, "__VERIFIER_assume");
  const Json& errors = array_at(result["failure"], "compiler_errors");
  ASSERT_EQ(errors.size(), 1) << dump(result, 2);
  EXPECT_EQ(errors[0]["line"], 1);
}

TEST_F(Refusal, MeetsWhatReachesAroundTheEngine) {
  expect_refused(grade("#include <dlfcn.h>", "dlsym(RTLD_DEFAULT, \"exit\");"), "dlsym");
  expect_refused(grade("#include <sys/mman.h>", "mprotect(nullptr, 0, 0);"), "mprotect");
  expect_refused(grade("extern \"C\" void kata_program(int (*)(int, char**, char**));",
                       "kata_program(nullptr);"),
                 "kata_program");
  expect_refused(
      grade("struct U { void enter() asm(\"_ZN4kata8Schedule6UnseenC1Ev\"); };", "U u; u.enter();"),
      "Unseen");
  expect_refused(grade("extern \"C\" __attribute__((weak)) void __VERIFIER_atomic_begin();",
                       "if (__VERIFIER_atomic_begin) __VERIFIER_atomic_begin();"),
                 "__VERIFIER_atomic_begin");
}

TEST_F(Refusal, MeetsAssemblyAndOddSections) {
  expect_refused(grade("", "int x = 0; asm volatile(\"movl $1, %0\" : \"=m\"(x));"), "movl");
  expect_refused(grade("", "long r; asm volatile(\"syscall\" : \"=a\"(r) : \"a\"(39L));"),
                 "syscall");
  // What the assembly writes into the compiler's own text does not end it.
  expect_refused(grade("",
                       "int x = 0; asm volatile(\"pause\\n#NO_APP\\n\\tmovl $1, %0\\n#APP\\n\\t"
                       "pause\" : \"=m\"(x));"),
                 "assembly");
  expect_refused(grade("asm(\"nop\");"), "assembly");
  expect_refused(grade("__attribute__((section(\".preinit_array\"), used)) void (*early)() = "
                       "nullptr;\nint there = 1;"),
                 ".preinit_array");
  expect_refused(grade("__attribute__((section(\"kata_judge\"), used)) void judge() {}"),
                 "kata_judge");
  // In the name of a section, past what looks at assembly.
  expect_refused(grade("__attribute__((section(\".text\\n\\tsyscall\\n#\"), used)) void f() {}"),
                 "syscall");
}

TEST_F(Refusal, LeavesLookAlikesAlone) {
  EXPECT_EQ(string_or(grade("", "asm volatile(\"pause\" ::: \"memory\"); asm volatile(\"\");"),
                      "verdict"),
            "accepted");
  // The bytes of syscall, as a constant.
  const Json constant =
      grade("static volatile unsigned seen;", "seen = 0x050f050f; seen = 0x80cd80cd;");
  EXPECT_EQ(string_or(constant, "verdict"), "accepted") << dump(constant, 2);
  const Json constructors = grade(
      "struct Early { Early() { value = 1; } int value; } early;\nstruct Local { ~Local() {} };\n"
      "__attribute__((constructor)) static void set() { early.value = 2; }\n"
      "inline thread_local Local local;\nalignas(64) static int apart;",
      "static Local once; (void)apart; (void)&local;");
  EXPECT_EQ(string_or(constructors, "verdict"), "accepted") << dump(constructors, 2);
  const Json library = grade(
      "#include <cmath>\n#include <chrono>\n#include <cstdio>\n#include <random>\n"
      "#include <unistd.h>\n#include <sstream>",
      "std::ostringstream text; text << std::sqrt(2.0L) << getpid(); std::mt19937 random(1);\n"
      "std::printf(\"%d %zu\\n\", rand() % 2, text.str().size()); usleep(1);\n"
      "std::this_thread::sleep_for(std::chrono::milliseconds(random() % 2));");
  EXPECT_EQ(string_or(library, "verdict"), "accepted") << dump(library, 2);
}

// Nothing defines it: the linker says so, as ever.
TEST_F(Refusal, LeavesAForgottenDefinitionToTheLinker) {
  expect_refused(grade("extern \"C\" void forgotten();", "forgotten();"), "undefined reference");
}

}  // namespace
}  // namespace grader
