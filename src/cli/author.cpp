#include "cli/author.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace bienban::cli {

namespace {

std::string login_name() {
	std::array<char, 4096> buffer{};
	passwd entry{};
	passwd* found = nullptr;
	if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return {};
	return found->pw_name;
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

}  // namespace

base::Result<registry::Author> asked_author(const Arguments& arguments, WhyNeeded why_needed) {
	registry::Author author;
	const char* set = std::getenv("BIENBAN_USER");
	author.who = arguments.value("--by").value_or(set == nullptr ? "" : set);
	if (blank(author.who) && !arguments.has("--by")) author.who = login_name();
	if (blank(author.who)) return base::fail("cli-option-missing", {"--by", "NAME"});
	author.why = arguments.value("--why").value_or("");
	if (why_needed == WhyNeeded::yes && blank(author.why)) return base::fail("cli-option-missing", {"--why", "TEXT"});
	return author;
}

}  // namespace bienban::cli
