#include "review/review.hpp"

#include <algorithm>
#include <array>
#include <future>

#include "asking/review_words.hpp"
#include "cli/asked.hpp"
#include "cli/asked_review.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/open_register.hpp"
#include "cli/output_file.hpp"
#include "cli/paper_files.hpp"
#include "model/field_values.hpp"
#include "paper/compose.hpp"
#include "paper/fill.hpp"

namespace bienban::cli {

namespace {

using Compose = std::function<base::Result<paper::Paper>(const review::Review&, paper::Length)>;
using Bytes = std::vector<base::Result<std::string>>;

/// Below this a thread costs more than it saves.
constexpr std::size_t k_few_items = 2'000;

/// Makes the papers that are asked for out of one review.
class Papers {
public:
	/// `beside` may be nullptr: a second handle on what `opened` reads.
	Papers(registry::Register& opened, registry::Register* beside, const std::vector<AskedForm>& forms,
	       const report::Layout& layout, Compose compose)
	    : m_opened(opened), m_beside(beside), m_forms(forms), m_layout(layout), m_compose(std::move(compose)) {}

	/// The bytes of each form, or why there are none.
	Bytes made(const review::Review& review) {
		Bytes bytes(m_forms.size(), std::string{});
		const std::vector<std::size_t> pages = forms_of(paper::Length::page);
		const std::vector<std::size_t> whole = forms_of(paper::Length::whole);
		const bool many = review.material.items.size() >= k_few_items;
		if (pages.empty() || whole.empty() || !many || m_beside == nullptr) {
			for (const auto& [forms, length] :
			     {std::pair{&pages, paper::Length::page}, std::pair{&whole, paper::Length::whole}}) {
				if (forms->empty()) continue;
				auto paper = m_compose(review, length);
				fill(paper, many ? m_beside : nullptr, quotes_of(*forms));
				write(paper, *forms, bytes);
			}
			return bytes;
		}
		// The pages are done before the whole paper is; then both handles look for its quotes.
		auto beside = std::async(std::launch::async, [&] {
			auto page = m_compose(review, paper::Length::page);
			fill(page, nullptr, paper::Quotes::all);
			write(page, pages, bytes);
		});
		auto paper = m_compose(review, paper::Length::whole);
		beside.get();
		fill(paper, m_beside, quotes_of(whole));
		write(paper, whole, bytes);
		return bytes;
	}

private:
	std::vector<std::size_t> forms_of(paper::Length length) const {
		std::vector<std::size_t> forms;
		for (std::size_t i = 0; i < m_forms.size(); ++i) {
			if (length_of(m_forms[i].form) == length) forms.push_back(i);
		}
		return forms;
	}

	/// A workbook does not list all quotes; whatever else is written does.
	paper::Quotes quotes_of(const std::vector<std::size_t>& forms) const {
		const auto is_workbook = [&](std::size_t i) { return m_forms[i].form == Form::xlsx; };
		return std::ranges::all_of(forms, is_workbook) ? paper::Quotes::of_workbook : paper::Quotes::all;
	}

	void fill(base::Result<paper::Paper>& paper, registry::Register* beside, paper::Quotes quotes) {
		if (!paper) return;
		const auto asking = [](registry::Register& handle) {
			return [&handle](registry::RecordId id, registry::Quoted quoted) { return handle.evidence(id, quoted); };
		};
		std::vector<paper::Evidence> evidence{asking(m_opened)};
		if (beside != nullptr) evidence.emplace_back(asking(*beside));
		paper::fill(*paper, evidence, quotes);
	}

	void write(const base::Result<paper::Paper>& paper, const std::vector<std::size_t>& forms, Bytes& bytes) const {
		for (const std::size_t i : forms) {
			report::Layout layout = m_layout;
			if (m_forms[i].file) layout.colour = report::Colour::no;
			bytes[i] = paper ? written(*paper, m_forms[i].form, layout) : tl::unexpected(paper.error());
		}
	}

	registry::Register& m_opened;
	registry::Register* m_beside;
	const std::vector<AskedForm>& m_forms;
	const report::Layout& m_layout;
	Compose m_compose;
};

/// Writes all files or none, or shows the one form that has no file.
base::Result<ExitCode> give(const std::vector<AskedForm>& forms, Bytes bytes, Overwrite overwrite, Console& console) {
	std::vector<OutputFile> files;
	for (std::size_t i = 0; i < forms.size(); ++i) {
		if (!bytes[i]) return tl::unexpected(std::move(bytes[i].error()));
		if (forms[i].file) files.push_back({*forms[i].file, std::move(*bytes[i])});
	}
	if (files.empty()) {
		console.out(*bytes.front());
		console.flush();
		return ExitCode::done;
	}
	if (auto done = write_files(files, overwrite); !done) return tl::unexpected(std::move(done.error()));
	for (const OutputFile& file : files) {
		console.note(console.messages().text("output-written", {file.path.string()}) + "\n");
	}
	return ExitCode::done;
}

/// The review of what is asked, from one state of the register, and what `compose` makes of it.
ExitCode with_review(const Arguments& arguments, Console& console, const Compose& compose) {
	const auto question = asked_review(arguments);
	const auto forms = asked_forms(arguments);
	if (!question || !forms) {
		console.error(question ? forms.error() : question.error());
		return ExitCode::wrong_command_line;
	}
	const auto overwrite = arguments.has("--overwrite") ? Overwrite::yes : Overwrite::no;
	return with_register(
	    arguments, console, registry::Access::read, [&](registry::Register& opened) -> base::Result<ExitCode> {
		    const registry::ReadingView view{opened.rows()};
		    if (auto all_known = asking::known(opened.rows(), *question); !all_known)
			    return tl::unexpected(all_known.error());
		    for (const AskedForm& form : *forms) {
			    auto can = form.file ? can_write(*form.file, overwrite) : base::Result<void>{};
			    if (!can) return tl::unexpected(std::move(can.error()));
		    }
		    auto beside = opened.beside();
		    registry::Register* const other = beside ? &*beside : nullptr;
		    auto facts = opened.told(asking::facts_for(*question), asking::k_told_by, other);
		    if (!facts) return tl::unexpected(facts.error());
		    const auto review = review::review(*question, std::move(*facts));
		    const report::Layout layout = console.layout();
		    return give(*forms, Papers{opened, other, *forms, layout, compose}.made(review), overwrite, console);
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
