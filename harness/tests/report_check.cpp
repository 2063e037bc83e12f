// SPDX-License-Identifier: MIT
#include "report_check.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kata::tests {

namespace {

// `keys` maps the name of a field to the first letter of its type: string, number, boolean, array,
// object.
void check_fields(const Json& json, const std::string& what,
                  std::initializer_list<std::pair<const char*, char>> fields) {
  ASSERT_TRUE(json.is_object()) << what;
  for (const auto& [name, type] : fields) {
    ASSERT_TRUE(json.contains(name)) << what << " lacks " << name;
    EXPECT_EQ(std::string(json.at(name).type_name()).front(), type) << what << "." << name;
  }
}

void check_place(const Json& json, const std::string& what, const Program& program) {
  const std::string file = json.at("file");
  if (file.empty()) return;
  EXPECT_EQ(file, program.source().filename().string()) << what;
  EXPECT_GE(json.at("line").get<int>(), 1) << what;
  EXPECT_LE(json.at("line").get<int>(), program.line_count()) << what;
}

void check_race(const Json& race, const Program& program) {
  check_fields(race, "race", {{"first", 'o'}, {"second", 'o'}, {"object", 's'}});
  const std::set<std::string> operations{"read",         "write", "atomic read",
                                         "atomic write", "free",  "callback"};
  for (const char* side : {"first", "second"}) {
    const Json& access = race.at(side);
    check_fields(access, side,
                 {{"thread", 'n'},
                  {"operation", 's'},
                  {"file", 's'},
                  {"line", 'n'},
                  {"function", 's'},
                  {"stack", 'a'}});
    EXPECT_TRUE(operations.contains(access.at("operation").get<std::string>())) << access;
    check_place(access, side, program);
  }
  EXPECT_NE(race.at("first").at("thread"), race.at("second").at("thread"));
}

void check_failure(const Json& failure, const Program& program) {
  check_fields(failure, "failure",
               {{"verdict", 's'},
                {"message", 's'},
                {"explanation", 's'},
                {"scenario", 's'},
                {"instance", 'a'},
                {"threads", 'a'},
                {"events", 'a'},
                {"waiting_for", 'a'},
                {"events_omitted", 'n'},
                {"output", 's'}});
  // What went wrong before the first schedule, or in no single one, has none to show.
  ASSERT_TRUE(failure.contains("schedule") && failure.contains("replay"));
  EXPECT_TRUE(failure.at("schedule").is_null()
                  ? failure.at("replay").is_null()
                  : failure.at("schedule").is_number() && failure.at("replay").is_string());
  EXPECT_FALSE(failure.at("message").get<std::string>().empty());
  EXPECT_EQ(failure.at("message").get<std::string>().find('\n'), std::string::npos);
  EXPECT_FALSE(failure.at("explanation").get<std::string>().empty());
  std::set<int> threads;
  const std::set<std::string> states{"running", "blocked", "finished", "runnable"};
  for (const Json& thread : failure.at("threads")) {
    check_fields(thread, "thread", {{"id", 'n'}, {"name", 's'}, {"state", 's'}});
    EXPECT_TRUE(states.contains(thread.at("state").get<std::string>())) << thread;
    EXPECT_TRUE(threads.insert(thread.at("id").get<int>()).second) << "two threads of one number";
  }
  int step = 0;
  for (const Json& event : failure.at("events")) {
    check_fields(event, "event",
                 {{"step", 'n'},
                  {"thread", 'n'},
                  {"operation", 's'},
                  {"object", 's'},
                  {"detail", 's'},
                  {"file", 's'},
                  {"line", 'n'},
                  {"function", 's'},
                  {"blocked", 'b'}});
    EXPECT_TRUE(threads.contains(event.at("thread").get<int>())) << event;
    EXPECT_GE(event.at("step").get<int>(), step) << "steps go up";
    step = event.at("step");
    check_place(event, "event " + event.dump(), program);
  }
  for (const Json& waiting : failure.at("waiting_for")) {
    check_fields(waiting, "waiting_for",
                 {{"thread", 'n'}, {"kind", 's'}, {"object", 's'}, {"file", 's'}, {"line", 'n'}});
    EXPECT_TRUE(threads.contains(waiting.at("thread").get<int>())) << waiting;
    check_place(waiting, "waiting_for", program);
  }
  if (failure.at("verdict") == "deadlock") {
    EXPECT_FALSE(failure.at("waiting_for").empty());
  }
  if (failure.contains("race")) check_race(failure.at("race"), program);
}

void check_confidence(const Json& report) {
  ASSERT_TRUE(report.contains("confidence"));
  const Json& confidence = report.at("confidence");
  check_fields(confidence, "confidence",
               {{"schedules", 'n'},
                {"distinct", 'n'},
                {"strategies", 'o'},
                {"last_half", 'o'},
                {"last_tenth", 'o'},
                {"drawn", 'a'},
                {"run_twice", 'n'},
                {"not_covered", 'a'},
                {"text", 's'}});
  EXPECT_EQ(confidence.at("schedules"), report.at("schedules").at("run"));
  EXPECT_EQ(confidence.at("distinct"), report.at("schedules").at("distinct"));
  int sum = 0;
  for (const auto& [name, count] : confidence.at("strategies").items()) {
    EXPECT_NE(name, "other") << "a strategy without a name";
    sum += count.get<int>();
  }
  EXPECT_EQ(sum, report.at("schedules").at("run"));
  for (const char* part : {"last_half", "last_tenth"}) {
    EXPECT_LE(confidence.at(part).at("new"), confidence.at(part).at("schedules")) << part;
  }
  EXPECT_GE(confidence.at("run_twice").get<int>(), sum >= 256 ? 8 : 1);
}

}  // namespace

void check_report(const Json& report, const Program& program) {
  check_fields(report, "report",
               {{"problem", 's'},
                {"submission", 's'},
                {"verdict", 's'},
                {"passed", 'b'},
                {"warnings", 'a'},
                {"seed", 'n'},
                {"strategy", 's'},
                {"schedules", 'o'},
                {"duration_ms", 'n'},
                {"stats", 'o'}});
  EXPECT_EQ(report.at("submission"), program.source().filename().string());
  EXPECT_EQ(report.at("passed").get<bool>(), report.at("verdict") == "accepted");
  check_fields(report.at("schedules"), "schedules",
               {{"requested", 'n'}, {"run", 'n'}, {"distinct", 'n'}});
  EXPECT_LE(report.at("schedules").at("run"), report.at("schedules").at("requested"));
  EXPECT_LE(report.at("schedules").at("distinct"), report.at("schedules").at("run"));
  check_fields(report.at("stats"), "stats",
               {{"points", 'n'},
                {"switches", 'n'},
                {"wakeups", 'n'},
                {"lock_operations", 'n'},
                {"virtual_makespan_ms", 'n'},
                {"max_threads", 'n'}});
  for (const Json& warning : report.at("warnings")) {
    check_fields(warning, "warning", {{"kind", 's'}, {"message", 's'}});
  }
  const Json& failure = report.at("failure");
  if (report.at("passed").get<bool>()) {
    EXPECT_TRUE(failure.is_null());
    if (report.at("strategy") != "replay") check_confidence(report);
  } else {
    check_failure(failure, program);
    EXPECT_EQ(failure.at("verdict"), report.at("verdict"));
  }
}

}  // namespace kata::tests
