#include "review/review.hpp"

#include <algorithm>
#include <array>

#include "asking/review_words.hpp"
#include "cli/asked.hpp"
#include "cli/asked_review.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/open_register.hpp"
#include "cli/output_file.hpp"
#include "model/field_values.hpp"
#include "paper/compose.hpp"
#include "paper/fill.hpp"
#include "paper/writers.hpp"
#include "report/describe.hpp"

namespace bienban::cli {

namespace {

/// What a paper is written as.
enum class Format : std::uint8_t { terminal, html, docx, xlsx, json, md };
constexpr auto k_formats = std::to_array<std::string_view>({"terminal", "html", "docx", "xlsx", "json", "md"});

/// --format, else what the ending of --output names, else a terminal.
base::Result<Format> asked_format(const Arguments& arguments) {
	const auto output = arguments.value("--output");
	auto name = arguments.value("--format");
	if (!name && output) {
		name = std::filesystem::path{*output}.extension().string();
		if (!name->empty()) name->erase(0, 1);
	}
	if (!name) return Format::terminal;
	const auto found = std::ranges::find(k_formats, *name);
	if (found == k_formats.end()) return base::fail("cli-output-format", {*output});
	const auto format = static_cast<Format>(found - k_formats.begin());
	const bool binary = format == Format::docx || format == Format::xlsx;
	if (binary && !output) return base::fail("cli-option-missing", {"--output", "FILE." + *name});
	return format;
}

base::Result<std::string> written(const paper::Paper& paper, Format format, const report::Layout& layout) {
	switch (format) {
		case Format::terminal: return paper::terminal(paper, layout);
		case Format::html: return paper::html(paper);
		case Format::docx: return paper::docx(paper);
		case Format::xlsx: return paper::xlsx(paper);
		case Format::json: return paper::json(paper);
		case Format::md: return paper::markdown(paper);
	}
	return std::string{};
}

base::Result<ExitCode> give(const paper::Paper& paper, Format format, const Arguments& arguments, Console& console) {
	const auto output = arguments.value("--output");
	report::Layout layout = console.layout();
	if (output) layout.colour = report::Colour::no;
	const auto bytes = written(paper, format, layout);
	if (!bytes) return tl::unexpected(bytes.error());
	if (!output) {
		console.out(*bytes);
		console.flush();
		return ExitCode::done;
	}
	const auto overwrite = arguments.has("--overwrite") ? Overwrite::yes : Overwrite::no;
	if (const auto done = write_file(*output, *bytes, overwrite); !done) return tl::unexpected(done.error());
	console.note(console.messages().text("output-written", {*output}) + "\n");
	return ExitCode::done;
}

/// The review of what is asked, from one state of the register, and what `compose` makes of it.
ExitCode with_review(const Arguments& arguments, Console& console,
                     const std::function<base::Result<paper::Paper>(const review::Review&, paper::Length)>& compose) {
	const auto question = asked_review(arguments);
	const auto format = asked_format(arguments);
	if (!question || !format) {
		console.error(question ? format.error() : question.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(
	    arguments, console, registry::Access::read, [&](registry::Register& opened) -> base::Result<ExitCode> {
		    const registry::ReadingView view{opened.rows()};
		    if (auto all_known = asking::known(opened.rows(), *question); !all_known)
			    return tl::unexpected(all_known.error());
		    const auto facts = opened.told(asking::facts_for(*question), asking::k_told_by);
		    if (!facts) return tl::unexpected(facts.error());
		    const bool whole = *format == Format::json || *format == Format::xlsx;
		    auto paper = compose(review::review(*question, *facts), whole ? paper::Length::whole : paper::Length::page);
		    if (!paper) return tl::unexpected(paper.error());
		    paper::fill(*paper, [&](registry::RecordId record) { return opened.evidence(record); });
		    return give(*paper, *format, arguments, console);
	    });
}

/// The item of the fact that --meeting names.
base::Result<std::optional<review::ItemIndex>> asked_meeting(const Arguments& arguments,
                                                             const review::Material& material) {
	const auto word = arguments.value("--meeting");
	if (!word) return std::optional<review::ItemIndex>{};
	const auto id = registry::parse_id(*word);
	const bool names_fact = id && (id->kind == registry::IdKind::fact || id->kind == registry::IdKind::record);
	for (review::ItemIndex i = 0; names_fact && i < material.items.size(); ++i) {
		if (material.items[i].fact == id->number && material.as<model::Meeting>(i) != nullptr) return i;
	}
	return base::fail("draft-not-a-meeting", {*word});
}

}  // namespace

ExitCode review_command(const Arguments& arguments, Console& console) {
	return with_review(arguments, console,
	                   [&](const review::Review& review, paper::Length length) -> base::Result<paper::Paper> {
		                   return paper::review_paper(review, console.layout().lang, length);
	                   });
}

ExitCode draft_command(const Arguments& arguments, Console& console) {
	constexpr auto k_drafts = std::to_array<std::string_view>({"minutes", "memorandum", "report", "bulletin"});
	const std::string& kind = arguments.operands.front();
	const auto found = std::ranges::find(k_drafts, kind);
	if (found == k_drafts.end()) {
		console.error({"draft-kind", {kind}, "", 0});
		return ExitCode::wrong_command_line;
	}
	const auto next = arguments.value("--for");
	if (next && !model::period_of(*next)) {
		console.error({"field-date", {"--for", *next}, "", 0});
		return ExitCode::wrong_command_line;
	}
	return with_review(arguments, console,
	                   [&](const review::Review& review, paper::Length) -> base::Result<paper::Paper> {
		                   const auto meeting = asked_meeting(arguments, review.material);
		                   if (!meeting) return tl::unexpected(meeting.error());
		                   auto draft = paper::draft(review,
		                                             {.kind = static_cast<paper::Draft>(found - k_drafts.begin()),
		                                              .meeting = *meeting,
		                                              .next_period = next,
		                                              .sources = !arguments.has("--no-sources")},
		                                             console.layout().lang);
		                   if (draft && arguments.has("--lao-column")) draft->column_to_fill = true;
		                   return draft;
	                   });
}

}  // namespace bienban::cli
