// SPDX-License-Identifier: MIT
#include "compile/permitted.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.hpp"

namespace grader::compile {

namespace {

// The C library's. Not here: whatever loads code, changes what memory may be used for, switches
// stacks, copies or inspects processes, and what the engine does not control in an answer (pipes,
// sockets, cancellation, waiting for signals): it would have no verdict.
constexpr std::string_view c_names =
    // stdio.h
    "clearerr fclose fdopen feof ferror fflush fgetc fgetpos fgetpos64 fgets fileno fopen "
    "fopen64 fprintf fputc fputs fread freopen freopen64 fscanf fseek fseeko fseeko64 "
    "fsetpos fsetpos64 ftell ftello ftello64 fwrite getc getchar getdelim getline perror "
    "printf putc putchar puts getw putw remove rename rewind scanf setbuf setbuffer "
    "setlinebuf setvbuf snprintf sprintf sscanf tmpfile tmpfile64 tmpnam ungetc vfprintf "
    "vfscanf vprintf vscanf vsnprintf vsprintf vsscanf dprintf vdprintf asprintf vasprintf "
    "fmemopen open_memstream clearerr_unlocked fflush_unlocked fputc_unlocked fputs_unlocked "
    "fgetc_unlocked fgets_unlocked fread_unlocked fwrite_unlocked getc_unlocked "
    "getchar_unlocked putc_unlocked putchar_unlocked feof_unlocked ferror_unlocked "
    "fileno_unlocked flockfile ftrylockfile funlockfile stdin stdout stderr __isoc99_scanf "
    "__isoc99_fscanf __isoc99_sscanf __isoc99_vscanf __isoc99_vfscanf __isoc99_vsscanf "
    "__isoc23_scanf __isoc23_fscanf __isoc23_sscanf __isoc23_vscanf __isoc23_vfscanf "
    "__isoc23_vsscanf __overflow __uflow "
    // stdlib.h
    "abort abs labs llabs imaxabs div ldiv lldiv imaxdiv atexit at_quick_exit exit _exit "
    "_Exit quick_exit atof atoi atol atoll bsearch calloc cfree malloc free realloc "
    "reallocarray aligned_alloc posix_memalign memalign valloc malloc_usable_size getenv "
    "secure_getenv setenv unsetenv putenv clearenv mblen mbtowc mbstowcs wctomb wcstombs "
    "qsort qsort_r rand srand rand_r random srandom initstate setstate random_r srandom_r "
    "initstate_r setstate_r drand48 erand48 lrand48 nrand48 mrand48 jrand48 srand48 seed48 "
    "lcong48 drand48_r lrand48_r mrand48_r erand48_r nrand48_r jrand48_r srand48_r strtod "
    "strtof strtold strtol strtoll strtoul strtoull strtoimax strtoumax strtoq strtouq "
    "__isoc23_strtol __isoc23_strtoll __isoc23_strtoul __isoc23_strtoull __isoc23_strtoimax "
    "__isoc23_strtoumax strtod_l strtof_l strtold_l strtol_l strtoll_l strtoul_l strtoull_l "
    "mkstemp getentropy getrandom arc4random arc4random_buf arc4random_uniform system popen "
    "fork vfork execv execve execvp posix_spawn posix_spawnp environ __environ "
    "program_invocation_name program_invocation_short_name realpath canonicalize_file_name "
    "getsubopt ecvt fcvt gcvt ecvt_r fcvt_r qecvt qfcvt qgcvt strfromd strfromf strfroml "
    "mallinfo mallinfo2 mallopt malloc_trim malloc_stats malloc_info mkdtemp mkostemp mktemp "
    "tempnam "
    // string.h
    "memccpy memchr memcmp memcpy memfrob memmem memmove mempcpy memrchr memset rawmemchr "
    "stpcpy stpncpy strcasecmp strcasecmp_l strncasecmp strncasecmp_l strcat strchr "
    "strchrnul strcmp strcoll strcoll_l strcpy strcspn strdup strerror strerror_r strerror_l "
    "__xpg_strerror_r strerrorname_np strerrordesc_np sigabbrev_np sigdescr_np strlcpy "
    "strlcat strlen strncat strncmp strncpy strndup strnlen strpbrk strrchr strsep strsignal "
    "strspn strstr strcasestr strtok strtok_r __strtok_r strverscmp strxfrm strxfrm_l index "
    "rindex bcmp bcopy bzero explicit_bzero ffs ffsl ffsll swab basename __xpg_basename "
    "dirname __rawmemchr __stpcpy __strdup __strndup memset_explicit "
    // ctype.h
    "isalnum isalpha isascii isblank iscntrl isdigit isgraph islower isprint ispunct isspace "
    "isupper isxdigit toascii tolower toupper isalnum_l isalpha_l isblank_l iscntrl_l "
    "isdigit_l isgraph_l islower_l isprint_l ispunct_l isspace_l isupper_l isxdigit_l "
    "tolower_l toupper_l __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc "
    "__ctype_get_mb_cur_max "
    // wchar.h, wctype.h, uchar.h
    "btowc wctob fgetwc fgetws fputwc fputws getwc getwchar putwc putwchar ungetwc wprintf "
    "fwprintf swprintf vwprintf vfwprintf vswprintf wscanf fwscanf swscanf vwscanf vfwscanf "
    "vswscanf __isoc99_wscanf __isoc99_fwscanf __isoc99_swscanf fwide mbrlen mbrtowc mbsinit "
    "mbsrtowcs mbsnrtowcs wcrtomb wcsrtombs wcsnrtombs iswalnum iswalpha iswblank iswcntrl "
    "iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit iswctype "
    "towctrans towlower towupper wctrans wctype wcscat wcschr wcschrnul wcscmp wcscoll "
    "wcscpy wcscspn wcsdup wcsftime wcslen wcsncat wcsncmp wcsncpy wcsnlen wcspbrk wcsrchr "
    "wcsspn wcsstr wcstod wcstof wcstold wcstol wcstoll wcstoul wcstoull wcstok wcsxfrm "
    "wcscasecmp wcsncasecmp wcpcpy wcpncpy wcswidth wcwidth wmemchr wmemcmp wmemcpy wmemmove "
    "wmempcpy wmemset mbrtoc16 mbrtoc32 c16rtomb c32rtomb mbrtoc8 c8rtomb "
    // time.h, sys/time.h
    "asctime asctime_r clock clock_getcpuclockid clock_getres clock_gettime clock_nanosleep "
    "ctime ctime_r difftime ftime getrusage gettimeofday gmtime gmtime_r localtime "
    "localtime_r mktime nanosleep strftime strftime_l strptime time timegm timelocal "
    "timespec_get timespec_getres times tzset tzname timezone daylight dysize getdate "
    "getdate_r "
    // locale.h
    "setlocale localeconv newlocale uselocale freelocale duplocale nl_langinfo nl_langinfo_l "
    "strfmon strfmon_l bindtextdomain textdomain dcgettext bind_textdomain_codeset catopen "
    "catgets catclose "
    // the language, setjmp.h
    "__errno_location __assert_fail __assert_perror_fail __assert setjmp _setjmp __sigsetjmp "
    "longjmp _longjmp siglongjmp __longjmp_chk __stack_chk_fail __libc_single_threaded "
    "__tls_get_addr __dso_handle _GLOBAL_OFFSET_TABLE_ _Unwind_Resume __gxx_personality_v0 "
    "__dynamic_cast __once_proxy atomic_flag_test_and_set atomic_flag_test_and_set_explicit "
    "atomic_flag_clear atomic_flag_clear_explicit atomic_thread_fence atomic_signal_fence "
    "__cpu_model __cpu_indicator_init __cpu_features2 __chk_fail __fdelt_chk __fdelt_warn "
    // signal.h. What sets handlers, masks and timers would stop the engine's own
    "sigemptyset sigfillset sigaddset sigdelset sigismember raise kill psignal "
    "__libc_current_sigrtmin __libc_current_sigrtmax "
    // pthread.h
    "pthread_atfork pthread_attr_destroy pthread_attr_getaffinity_np "
    "pthread_attr_getdetachstate pthread_attr_getguardsize pthread_attr_getinheritsched "
    "pthread_attr_getschedparam pthread_attr_getschedpolicy pthread_attr_getscope "
    "pthread_attr_getstack pthread_attr_getstackaddr pthread_attr_getstacksize "
    "pthread_attr_init pthread_attr_setaffinity_np pthread_attr_setdetachstate "
    "pthread_attr_setguardsize pthread_attr_setinheritsched pthread_attr_setschedparam "
    "pthread_attr_setschedpolicy pthread_attr_setscope pthread_attr_setstack "
    "pthread_attr_setstackaddr pthread_attr_setstacksize pthread_barrier_destroy "
    "pthread_barrier_init pthread_barrier_wait pthread_barrierattr_destroy "
    "pthread_barrierattr_getpshared pthread_barrierattr_init pthread_barrierattr_setpshared "
    "pthread_clockjoin_np pthread_cond_broadcast pthread_cond_clockwait pthread_cond_destroy "
    "pthread_cond_init pthread_cond_signal pthread_cond_timedwait pthread_cond_wait "
    "pthread_condattr_destroy pthread_condattr_getclock pthread_condattr_getpshared "
    "pthread_condattr_init pthread_condattr_setclock pthread_condattr_setpshared "
    "pthread_create pthread_detach pthread_equal pthread_exit pthread_getaffinity_np "
    "pthread_getattr_default_np pthread_getattr_np pthread_getconcurrency "
    "pthread_getcpuclockid pthread_getname_np pthread_getschedparam pthread_getspecific "
    "pthread_join pthread_key_create pthread_key_delete pthread_mutex_clocklock "
    "pthread_mutex_destroy pthread_mutex_getprioceiling pthread_mutex_init "
    "pthread_mutex_lock pthread_mutex_setprioceiling pthread_mutex_timedlock "
    "pthread_mutex_trylock pthread_mutex_unlock pthread_mutexattr_destroy "
    "pthread_mutexattr_getkind_np pthread_mutexattr_getprioceiling "
    "pthread_mutexattr_getprotocol pthread_mutexattr_getpshared pthread_mutexattr_getrobust "
    "pthread_mutexattr_gettype pthread_mutexattr_init pthread_mutexattr_setkind_np "
    "pthread_mutexattr_setprioceiling pthread_mutexattr_setprotocol "
    "pthread_mutexattr_setpshared pthread_mutexattr_settype pthread_once "
    "pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock pthread_rwlock_destroy "
    "pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_timedrdlock "
    "pthread_rwlock_timedwrlock pthread_rwlock_tryrdlock pthread_rwlock_trywrlock "
    "pthread_rwlock_unlock pthread_rwlock_wrlock pthread_rwlockattr_destroy "
    "pthread_rwlockattr_getkind_np pthread_rwlockattr_getpshared pthread_rwlockattr_init "
    "pthread_rwlockattr_setkind_np pthread_rwlockattr_setpshared pthread_self "
    "pthread_setaffinity_np pthread_setcancelstate pthread_setconcurrency pthread_setname_np "
    "pthread_setschedparam pthread_setschedprio pthread_setspecific pthread_spin_destroy "
    "pthread_spin_init pthread_spin_lock pthread_spin_trylock pthread_spin_unlock "
    "pthread_testcancel pthread_timedjoin_np pthread_tryjoin_np pthread_yield "
    "__pthread_register_cancel __pthread_unregister_cancel __pthread_unwind_next "
    "__pthread_key_create _pthread_cleanup_push _pthread_cleanup_pop "
    "_pthread_cleanup_push_defer _pthread_cleanup_pop_restore "
    // threads.h, semaphore.h, sched.h
    "call_once cnd_broadcast cnd_destroy cnd_init cnd_signal cnd_timedwait cnd_wait "
    "mtx_destroy mtx_init mtx_lock mtx_timedlock mtx_trylock mtx_unlock thrd_create "
    "thrd_current thrd_detach thrd_equal thrd_exit thrd_join thrd_sleep thrd_yield "
    "tss_create tss_delete tss_get tss_set sem_clockwait sem_close sem_destroy sem_getvalue "
    "sem_init sem_open sem_post sem_timedwait sem_trywait sem_unlink sem_wait sched_yield "
    "sched_getcpu sched_get_priority_max sched_get_priority_min sched_getaffinity "
    "sched_getparam sched_getscheduler sched_rr_get_interval __sched_cpucount "
    "__sched_cpualloc __sched_cpufree "
    // unistd.h, fcntl.h, poll.h
    "access close confstr creat creat64 dup dup2 dup3 fdatasync fpathconf fstat fstat64 "
    "fsync ftruncate ftruncate64 getcwd getegid geteuid getgid getlogin getpagesize getpgid "
    "getpgrp getpid getppid getsid gettid getuid get_nprocs get_nprocs_conf getopt "
    "getopt_long optarg optind opterr optopt isatty lseek lseek64 lstat lstat64 open open64 "
    "openat openat64 __open_2 __open64_2 pathconf poll ppoll pread pread64 pselect pwrite "
    "pwrite64 read readv select sleep stat stat64 sync sysconf truncate unlink usleep write "
    "writev syscall chdir fchdir mkdir rmdir readlink lockf flock posix_fadvise "
    "posix_fallocate statfs fstatfs statvfs fstatvfs getgroups getdtablesize ttyname "
    "ttyname_r ctermid gethostid getdomainname "
    // fenv.h
    "feclearexcept fedisableexcept feenableexcept fegetenv fegetexcept fegetexceptflag "
    "fegetround feholdexcept feraiseexcept fesetenv fesetexceptflag fesetround fetestexcept "
    "feupdateenv "
    // what -D_FORTIFY_SOURCE makes of them
    "__read_chk __memcpy_chk __memmove_chk __mempcpy_chk __memset_chk __stpcpy_chk "
    "__stpncpy_chk __strcat_chk __strcpy_chk __strncat_chk __strncpy_chk __sprintf_chk "
    "__snprintf_chk __vsprintf_chk __vsnprintf_chk __printf_chk __fprintf_chk __vprintf_chk "
    "__vfprintf_chk __asprintf_chk __vasprintf_chk __dprintf_chk __vdprintf_chk __fgets_chk "
    "__fread_chk __fread_unlocked_chk __gets_chk __poll_chk __pread_chk __getcwd_chk "
    "__wcscpy_chk __wcsncpy_chk __wcscat_chk __wmemcpy_chk __wmemmove_chk __wmemset_chk "
    "__wprintf_chk __fwprintf_chk __swprintf_chk __vswprintf_chk __explicit_bzero_chk "
    "__mbstowcs_chk __wcstombs_chk __realpath_chk __wcsncat_chk __wmempcpy_chk "
    // search.h, regex.h, libintl.h, iconv.h
    "a64l l64a lfind lsearch insque remque tsearch tfind tdelete tdestroy twalk hcreate "
    "hsearch hdestroy regcomp regexec regerror regfree fnmatch strfry htonl htons ntohl "
    "ntohs gettext dgettext ngettext iconv iconv_open iconv_close "
    // dirent.h, glob.h, ftw.h
    "opendir fdopendir readdir readdir64 readdir_r readdir64_r closedir rewinddir telldir "
    "seekdir dirfd scandir scandir64 alphasort alphasort64 versionsort glob glob64 globfree "
    "globfree64 ftw ftw64 nftw nftw64 "
    // arpa/inet.h
    "inet_ntoa inet_aton inet_addr inet_ntop inet_pton "
    // other
    "uname gethostname sysinfo getcpu getrlimit getrlimit64 getpriority umask sigandset "
    "sigorset sigisemptyset psiginfo err errx warn warnx verr verrx vwarn vwarnx wait "
    "waitpid pclose getloadavg gnu_get_libc_version gnu_get_libc_release "
    "get_phys_pages get_avphys_pages "
    // Each has a form for float (f) and for long double (l).
    "";

// Each has a form for float (f) and for long double (l).
constexpr std::string_view math_names =
    "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp10 "
    "exp2 expm1 fabs fdim floor fma fmax fmin fmod frexp gamma hypot ilogb j0 j1 jn ldexp "
    "lgamma llrint llround log log10 log1p log2 logb lrint lround modf nan nearbyint "
    "nextafter nexttoward pow remainder remquo rint round roundeven scalb scalbln scalbn "
    "significand sin sincos sinh sqrt tan tanh tgamma trunc y0 y1 yn drem finite lgamma_r "
    "isinf isnan __fpclassify __isnan __isinf __finite __signbit __issignaling __iseqsig cabs "
    "cacos cacosh carg casin casinh catan catanh ccos ccosh cexp cimag clog clog10 conj cpow "
    "cproj creal csin csinh csqrt ctan ctanh ";

using Names = std::unordered_set<std::string_view>;

Names words_of(std::string_view text) {
  Names names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) names.insert(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return names;
}

bool begins_with_any(std::string_view name, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// What instrumented code calls. Not the annotations of sanitizers, which would hide races.
bool is_instrumentation(std::string_view name) {
  constexpr std::array<std::string_view, 10> prefixes = {
      "__tsan_read",   "__tsan_write",   "__tsan_unaligned_",    "__tsan_volatile_",
      "__tsan_atomic", "__tsan_vptr_",   "__sanitizer_cov_load", "__sanitizer_cov_store",
      "__atomic_",     "__ubsan_handle_"};
  return name == "__tsan_init" || begins_with_any(name, prefixes);
}

// Arithmetic for which the processor has no instruction (libgcc): __udivti3, __floattidf.
bool is_arithmetic(std::string_view name) {
  constexpr std::array<std::string_view, 29> operations = {
      "__add",  "__abs",    "__sub",      "__mul",   "__div",   "__mod",  "__udiv",   "__umod",
      "__neg",  "__ashl",   "__ashr",     "__lshr",  "__cmp",   "__ucmp", "__clz",    "__ctz",
      "__ffs",  "__parity", "__popcount", "__bswap", "__float", "__fix",  "__extend", "__trunc",
      "__powi", "__eq",     "__unord",    "__clrsb", "__ne"};
  constexpr std::array<std::string_view, 4> comparisons = {"__lt", "__le", "__gt", "__ge"};
  // Modes of operands, with the number of them or without: ti3, sf2, df.
  std::string_view stem = name;
  if (!stem.empty() && stem.back() >= '2' && stem.back() <= '4') stem.remove_suffix(1);
  if (stem.size() < 2 || (stem.back() != 'i' && stem.back() != 'f' && stem.back() != 'c')) {
    return false;
  }
  const char mode = stem[stem.size() - 2];
  return std::string_view("sdtxhq").find(mode) != std::string_view::npos &&
         (begins_with_any(name, operations) || begins_with_any(name, comparisons));
}

// The exceptions' own functions, except for those that end what the engine keeps.
bool is_of_exceptions(std::string_view name) {
  return name.starts_with("__cxa_") && name != "__cxa_finalize" &&
         name != "__cxa_thread_atexit_impl";
}

bool is_math(std::string_view name) {
  static const Names names = words_of(math_names);
  if (names.contains(name)) return true;
  return !name.empty() && (name.back() == 'f' || name.back() == 'l') &&
         names.contains(name.substr(0, name.size() - 1));
}

// C++ names belong to the standard library, to the answer or to the engine. Of the engine's, the
// adapter (kata/answer.hpp) calls one.
bool is_cpp(std::string_view name) {
  constexpr std::array<std::string_view, 6> engine = {"_ZN4kata",   "_ZNK4kata",  "_ZTVN4kata",
                                                      "_ZTIN4kata", "_ZTSN4kata", "_ZGVN4kata"};
  return name.starts_with("_Z") &&
         (name == "_ZN4kata6detail9call_backEjPv" || !begins_with_any(name, engine));
}

}  // namespace

bool is_permitted(std::string_view symbol) {
  static const Names names = words_of(c_names);
  return is_cpp(symbol) || names.contains(symbol) || is_instrumentation(symbol) ||
         is_of_exceptions(symbol) || is_math(symbol) || is_arithmetic(symbol);
}

}  // namespace grader::compile
