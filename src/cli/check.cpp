#include "register/check.hpp"

#include <algorithm>

#include "cli/asked.hpp"
#include "cli/open_register.hpp"
#include "report/findings.hpp"

namespace bienban::cli {

namespace {

base::Result<registry::CheckQuestion> question_of(const Arguments& arguments) {
	const auto as_of = asked_day(arguments, "--as-of");
	if (!as_of) return tl::unexpected(as_of.error());
	registry::CheckQuestion question{.as_of = *as_of};
	auto between = asked_between(arguments);
	if (!between) return tl::unexpected(between.error());
	question.between_a = std::move(between->a);
	question.between_b = std::move(between->b);
	if (const auto kind = arguments.value("--kind")) {
		const auto found = std::ranges::find(registry::k_finding_names, *kind);
		if (found == registry::k_finding_names.end()) {
			std::string names;
			for (const std::string_view name : registry::k_finding_names) {
				names.append(names.empty() ? "" : "|").append(name);
			}
			return base::fail("cli-option-choice", {"--kind", *kind, names});
		}
		question.kind = static_cast<registry::FindingKind>(found - registry::k_finding_names.begin());
	}
	return question;
}

}  // namespace

ExitCode check_command(const Arguments& arguments, Console& console) {
	const auto question = question_of(arguments);
	if (!question) {
		console.error(question.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(arguments, console, registry::Access::read, [&](registry::Register& opened) {
		tell_past(arguments, console);
		const auto findings = registry::check(opened.rows(), *question);
		const auto format = asked_listing_format(arguments);
		const auto& layout = console.layout();
		console.out(format == report::ListingFormat::table
		                ? report::findings_text(findings, layout)
		                : report::listing_text(report::findings_listing(findings, layout.lang), format, layout));
		return base::Result<ExitCode>{findings.empty() ? ExitCode::done : ExitCode::needs_a_look};
	});
}

}  // namespace bienban::cli
