// SPDX-License-Identifier: MIT
#include "workbook/submission_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support.hpp"

namespace grader::workbook {
namespace {

using ::testing::HasSubstr;

class SubmissionFile : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const { return (directory_.path() / name).string(); }
  Unusable refused(const std::string& name) const {
    const auto read = read_submission(path(name));
    const auto* unusable = std::get_if<Unusable>(&read);
    EXPECT_NE(unusable, nullptr) << "accepted";
    return unusable != nullptr ? *unusable : Unusable{};
  }

  PrivateDirectory directory_;
};

TEST_F(SubmissionFile, OrdinaryFileIsRead) {
  testing::put(path("a.hpp"), "int a;\n");
  EXPECT_EQ(std::get<std::string>(read_submission(path("a.hpp"))), "int a;\n");
}

TEST_F(SubmissionFile, NameMayHoldBlanksAndNewlines) {
  testing::put(path("my\nown answer.hpp"), "int a;\n");
  EXPECT_EQ(std::get<std::string>(read_submission(path("my\nown answer.hpp"))), "int a;\n");
}

TEST_F(SubmissionFile, MissingFileIsAbsent) {
  const Unusable unusable = refused("none.hpp");
  EXPECT_TRUE(unusable.absent);
  EXPECT_THAT(unusable.message, HasSubstr("there is no file"));
}

TEST_F(SubmissionFile, FifoIsRefusedWithoutWaiting) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_THAT(refused("pipe").message, HasSubstr("pipe (FIFO)"));
}

TEST_F(SubmissionFile, DirectoryAndDeviceAreRefused) {
  std::filesystem::create_directory(path("dir"));
  EXPECT_THAT(refused("dir").message, HasSubstr("a directory"));
  EXPECT_THAT(refused("/dev/zero").message, HasSubstr("a device"));
  EXPECT_FALSE(refused("/dev/zero").absent);
}

// It could lead to an accepted answer, or to a file whose lines messages would quote.
TEST_F(SubmissionFile, SymbolicLinksAreRefused) {
  testing::put(path("answer.hpp"), "int a;\n");
  std::filesystem::create_symlink(path("answer.hpp"), path("link"));
  std::filesystem::create_symlink(path("circle"), path("circle"));
  std::filesystem::create_symlink("nowhere", path("dangling"));
  for (const char* name : {"link", "circle", "dangling"}) {
    EXPECT_THAT(refused(name).message, HasSubstr("a symbolic link"));
    EXPECT_FALSE(refused(name).absent);
  }
  // The way to it may hold links: a checkout lies where its user wants it.
  std::filesystem::create_directory_symlink(directory_.path(), path("here"));
  EXPECT_EQ(std::get<std::string>(read_submission(path("here/answer.hpp"))), "int a;\n");
}

TEST_F(SubmissionFile, NulBytesAndHugeFilesAreRefused) {
  testing::put(path("nul"), std::string("int a\0;", 7));
  testing::put(path("huge"), std::string(largest_submission + 1, ' '));
  EXPECT_THAT(refused("nul").message, HasSubstr("NUL"));
  EXPECT_THAT(refused("huge").message, HasSubstr("at most 1048576"));
}

TEST_F(SubmissionFile, EmptyOnesSaySo) {
  testing::put(path("empty"), "");
  testing::put(path("comments"), "// SPDX\n\n#pragma once\n/* TODO */\n");
  EXPECT_THAT(refused("empty").message, HasSubstr("is empty"));
  EXPECT_THAT(refused("comments").message, HasSubstr("but for comments"));
}

TEST(IsOnlyComments, SeesCode) {
  EXPECT_TRUE(is_only_comments("/* never closed"));
  EXPECT_TRUE(is_only_comments("\xEF\xBB\xBF// marked\n"));
  EXPECT_FALSE(is_only_comments("// a\nint a;"));
  EXPECT_FALSE(is_only_comments("#pragma once\n#include <mutex>\n"));
}

}  // namespace
}  // namespace grader::workbook
