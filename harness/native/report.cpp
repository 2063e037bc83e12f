// SPDX-License-Identifier: MIT
#include "native/report.hpp"

#include <cinttypes>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "native/run.hpp"
#include "native/sanitizer.hpp"

namespace kata::native {

namespace {

char buffer[256 << 10];
std::size_t used = 0;

void raw(const char* format, ...) __attribute__((format(printf, 1, 2)));
void raw(const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = std::vsnprintf(buffer + used, sizeof buffer - used, format, arguments);
  va_end(arguments);
  used = std::min(used + static_cast<std::size_t>(length), sizeof buffer - 1);
}

// Bytes that are not UTF-8 are the reader's business.
void quoted(std::string_view text) {
  raw("\"");
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      raw("\\%c", c);
    } else if (static_cast<unsigned char>(c) < 32) {
      raw("\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      raw("%c", c);
    }
  }
  raw("\"");
}

void member(const char* name, std::string_view text) {
  raw("\"%s\":", name);
  quoted(text);
}

struct Place {
  Text<256> function;
  Text<64> file;
  int line = 0;
};

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view submission_file;  // its last name, as compiled

std::string_view shown_submission() {
  const std::string_view named = run.settings.submission.view();
  return named.empty() ? submission_file : named;
}

struct Frames {
  Place places[32];
  int count = 0;
};

// Only what a student reads: the submission and the harness.
void add_place(void* context, const char* function, const char* file, int line) {
  auto& frames = *static_cast<Frames*>(context);
  const std::string_view name = last_name(file);
  const bool submission = name == submission_file;
  if ((!submission && name != "harness.cpp") || frames.count == int(std::size(frames.places)))
    return;
  // One return address stands for several calls if they are inlined, and some of those come twice.
  for (int i = 0; i < frames.count; ++i) {
    if (frames.places[i].line == line && frames.places[i].function.view() == function) return;
  }
  Place& place = frames.places[frames.count++];
  place.function = function;
  place.file = submission ? shown_submission() : name;
  place.line = line;
}

Frames frames_of(const Access& access) {
  Frames frames;
  for (int i = 0; i < access.depth; ++i) symbolize(access.stack[i], add_place, &frames);
  return frames;
}

void put_place(const Place& place) {
  member("function", place.function.view());
  raw(",");
  member("file", place.file.view());
  raw(",\"line\":%d", place.line);
}

void put_access(const Access& access, const Frames& frames) {
  raw("{\"thread\":%d,\"operation\":\"%s%s\",", access.thread, access.atomic ? "atomic " : "",
      access.write ? "write" : "read");
  put_place(frames.places[0]);
  raw(",\"stack\":[");
  for (int i = 0; i < frames.count; ++i) {
    raw(i > 0 ? ",{" : "{");
    put_place(frames.places[i]);
    raw("}");
  }
  raw("]}");
}

void put_threads() {
  raw("\"threads\":[");
  for (int i = 0; i < run.threads && i < most_threads; ++i) {
    const Thread& thread = thread_slots[i];
    raw("%s{\"id\":%d,", i > 0 ? "," : "", thread.id);
    member("name", i == 0 ? "main" : thread.role.view());
    // What else could be said of it is past before it is written.
    raw(",\"state\":\"%s\"}", thread.ended ? "finished" : "running");
  }
  raw("],");
}

void put_failure() {
  const Failure& failure = run.failure;
  const Frames first = frames_of(failure.first), second = frames_of(failure.second);
  Text<4500> message;
  message = failure.message.view();
  if (!failure.has_race && first.count > 0) {
    std::snprintf(message.data, sizeof message.data, "%s (%s, line %d)", failure.message.data,
                  first.places[0].file.data, first.places[0].line);
  }
  raw("{");
  member("verdict", failure.verdict);
  raw(",");
  member("message", message.view());
  raw(",");
  member("explanation", failure.explanation.view());
  raw(",\"expected\":");
  failure.has_expected ? quoted(failure.expected.view()) : raw("null");
  raw(",\"got\":");
  failure.has_expected ? quoted(failure.got.view()) : raw("null");
  raw(",\"scenario\":");
  run.scenario != nullptr ? quoted(run.scenario->name) : raw("null");
  raw(",\"instance\":[");
  for (int i = 0; i < run.parameters; ++i) {
    raw(i > 0 ? ",{" : "{");
    member("name", run.instance[i].name);
    raw(",\"value\":%d}", run.instance[i].value);
  }
  raw("],\"schedule\":%" PRIu64 ",\"replay\":null,", run.schedule.load());
  put_threads();
  if (failure.has_race) {
    raw("\"race\":{\"first\":");
    put_access(failure.first, first);
    raw(",\"second\":");
    put_access(failure.second, second);
    raw(",");
    member("object", failure.object.view());
    raw("},");
  }
  raw("\"events\":[],\"waiting_for\":[],\"events_omitted\":0,\"output\":\"\"}");
}

void put_warnings() {
  bool first = true;
  const auto warning = [&first](std::string_view before, std::string_view name,
                                std::string_view after) {
    Text<512> message;
    std::snprintf(message.data, sizeof message.data, "%.*s%.*s%.*s", int(before.size()),
                  before.data(), int(name.size()), name.data(), int(after.size()), after.data());
    raw(first ? "{" : ",{");
    first = false;
    member("kind", "not_judged");
    raw(",");
    member("message", message.view());
    raw("}");
  };
  for (std::size_t i = 0; i < run.left_out_count; ++i) {
    warning("real threads cannot keep the exact times of the scenario “", run.left_out[i],
            "”, so it was left out");
  }
  if (run.fences && std::strcmp(sanitizer(), "thread") == 0) {
    warning("ThreadSanitizer does not know the answer's fences, so data races did not count", "",
            "");
  }
}

}  // namespace

std::string_view report(const char* submission_path, double seconds) {
  const bool failed = run.failed == 2;
  const char* verdict = failed ? run.failure.verdict : "accepted";
  submission_file = last_name(submission_path);
  raw("{");
  member("problem", run.settings.problem.view());
  raw(",");
  member("submission", shown_submission());
  raw(",\"engine\":\"native\",\"sanitizer\":\"%s\",\"verdict\":\"%s\",\"passed\":%s,\"warnings\":[",
      sanitizer(), verdict, failed ? "false" : "true");
  put_warnings();
  raw("],\"seed\":%" PRIu64 ",\"strategy\":\"noise\",\"schedules\":{\"requested\":%" PRIu64
      ",\"run\":%" PRIu64 "},\"duration_ms\":%.3f,\"stats\":null,\"failure\":",
      run.settings.seed, run.settings.schedules, failed ? run.schedule.load() : run.finished,
      seconds * 1000);
  if (failed) {
    put_failure();
  } else {
    raw("null");
  }
  raw("}\n");
  return {buffer, used};
}

std::string_view judge_failed(std::string_view why) {
  raw("{");
  member("judge_failed", why);
  raw("}\n");
  return {buffer, used};
}

}  // namespace kata::native
