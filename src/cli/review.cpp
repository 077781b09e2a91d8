#include "review/review.hpp"

#include "cli/asked.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/open_register.hpp"

namespace bienban::cli {

namespace {

constexpr std::size_t k_all_facts = 1'000'000;
/// Documents named under one fact; the rest is counted.
constexpr std::size_t k_sources_shown = 4;

base::Result<review::Question> question_of(const Arguments& arguments) {
	if (!arguments.has("--between")) return base::fail("cli-option-missing", {"--between", "VN-05 LA-HO"});
	const auto between = asked_between(arguments);
	if (!between) return tl::unexpected(between.error());
	if (const auto period = asked_period(arguments); !period) return tl::unexpected(period.error());
	review::Question question{
	    .of = {.party = between->a.front(), .past = {between->a.begin() + 1, between->a.end()}},
	    .with = {{.party = between->b.front(), .past = {between->b.begin() + 1, between->b.end()}}},
	    .from = *asked_date(arguments, "--from"),
	    .to = *asked_date(arguments, "--to")};
	return question;
}

}  // namespace

ExitCode review_command(const Arguments& arguments, Console& console) {
	const auto question = question_of(arguments);
	if (!question) {
		console.error(question.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::read,
	                     [&](registry::Register& opened) -> base::Result<ExitCode> {
		                     const auto between = asked_between(arguments);
		                     registry::FactQuestion asked;
		                     asked.between_a = between->a;
		                     asked.between_b = between->b;
		                     asked.page.limit = k_all_facts;
		                     const auto facts = opened.told(asked, k_sources_shown);
		                     if (!facts) return tl::unexpected(facts.error());
		                     const review::Review made = review::review(*question, *facts);
		                     console.out(std::to_string(made.material.items.size()));
		                     console.flush();
		                     return ExitCode::done;
	                     });
}

}  // namespace bienban::cli
