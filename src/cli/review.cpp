#include "review/review.hpp"

#include <algorithm>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/open_register.hpp"
#include "lexicon/place_names.hpp"
#include "register/register.hpp"
#include "report/review_report.hpp"

namespace bienban::cli {

namespace {

constexpr std::size_t k_all_facts = 1'000'000;
/// Documents named under one fact; the rest is counted.
constexpr std::size_t k_sources_shown = 4;

/// The code of a province or country, in capitals; fails where there is no such place.
base::Result<std::string> place_code(const std::string& word) {
	std::string code = word;
	std::ranges::transform(code, code.begin(),
	                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
	if (lexicon::place_name(code, base::Lang::vi).empty()) return base::fail("cli-place", {word});
	return code;
}

/// A year, a month or a day; nothing where the option is not given.
base::Result<std::optional<model::Edtf>> date_of(const Arguments& arguments, std::string_view option) {
	const auto word = arguments.value(option);
	if (!word) return std::optional<model::Edtf>{};
	if (word->find('/') != std::string::npos || !model::period_of(*word)) {
		return base::fail("cli-date", {std::string{option}, *word});
	}
	return word;
}

base::Result<review::Question> question_of(const Arguments& arguments) {
	const auto between = arguments.values.find("--between");
	if (between == arguments.values.end()) return base::fail("cli-option-missing", {"--between", "VN-05 LA-HO"});
	const auto a = place_code(between->second.at(0));
	if (!a) return tl::unexpected(a.error());
	const auto b = place_code(between->second.at(1));
	if (!b) return tl::unexpected(b.error());
	if (*a == *b) return base::fail("cli-same-place", {*a});
	if (registry::belongs_to(*a, *b)) return base::fail("cli-overlapping-places", {*a, *b});
	if (registry::belongs_to(*b, *a)) return base::fail("cli-overlapping-places", {*b, *a});
	const auto from = date_of(arguments, "--from");
	if (!from) return tl::unexpected(from.error());
	const auto to = date_of(arguments, "--to");
	if (!to) return tl::unexpected(to.error());
	if (*from && *to && model::period_of(**from)->first > model::period_of(**to)->last) {
		return base::fail("cli-period-backwards", {**from, **to});
	}
	return review::Question{.a = *a, .b = *b, .from = *from, .to = *to};
}

}  // namespace

ExitCode review_command(const Arguments& arguments, Console& console) {
	const auto question = question_of(arguments);
	if (!question) {
		console.error(question.error());
		return ExitCode::wrong_command_line;
	}
	const std::string path = arguments.value("--register").value_or("bienban.db");
	try {
		auto opened = registry::Register::open(path, registry::Access::read);
		if (!opened) {
			console.error(opened.error());
			return ExitCode::could_not;
		}
		registry::FactQuestion asked;
		asked.between_a = {question->a};
		asked.between_b = {question->b};
		asked.page.limit = k_all_facts;
		const auto facts = opened->told(asked, k_sources_shown);
		if (!facts) {
			console.error(facts.error());
			return ExitCode::could_not;
		}
		const review::Review made = review::review(*question, *facts);
		const bool json = arguments.value("--format") == "json";
		console.out(json ? report::review_json(made, console.layout().lang)
		                 : report::review_text(made, console.layout()));
		console.flush();
	} catch (const registry::StoreError& failure) {
		console.error(failed_register(path, registry::Access::read, failure));
		return ExitCode::could_not;
	}
	return ExitCode::done;
}

}  // namespace bienban::cli
