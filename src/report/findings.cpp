#include "report/findings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "report/describe.hpp"
#include "report/story.hpp"
#include "report/values.hpp"

namespace bienban::report {

namespace {

using base::Messages;
using Json = nlohmann::ordered_json;

std::vector<std::string> names_of(const std::vector<registry::RecordId>& ids, std::string (*name)(registry::RecordId)) {
	std::vector<std::string> names;
	std::ranges::transform(ids, std::back_inserter(names), name);
	return names;
}

std::string joined(const std::vector<std::string>& texts) {
	std::string all;
	for (const std::string& text : texts) all.append(all.empty() ? "" : ", ").append(text);
	return all;
}

/// A mark that no text has after harmless(): the words between two of them were looked for.
constexpr char k_begin = '\x01';
constexpr char k_end = '\x02';

/// The sentence broken to lines, the words that were looked for in colour or, where there is none, in [brackets].
std::string sentence_text(const registry::SearchHit& hit, std::size_t indent, const Layout& layout) {
	const bool colour = layout.colour == Colour::yes;
	std::string sentence;
	std::size_t at = 0;
	const std::string_view whole = hit.sentence;
	for (const base::Span& word : hit.words) {
		const std::size_t begin = std::min<std::size_t>(word.begin.value, whole.size());
		const std::size_t end = std::min<std::size_t>(word.end.value, whole.size());
		if (begin < at || end <= begin) continue;
		sentence.append(harmless(whole.substr(at, begin - at)));
		sentence.append(1, colour ? k_begin : '[').append(harmless(whole.substr(begin, end - begin)));
		sentence.append(1, colour ? k_end : ']');
		at = end;
	}
	sentence.append(harmless(whole.substr(at)));
	const std::string broken = wrapped("", "“" + sentence + "”", indent, Style::plain, layout);
	std::string out;
	for (const char c : broken) {
		if (c == k_begin) {
			out.append("\x1B[1;33m");
		} else if (c == k_end) {
			out.append("\x1B[0m");
		} else {
			out.push_back(c);
		}
	}
	return out;
}

}  // namespace

std::string search_text(const registry::SearchResult& result, std::size_t first, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string out;
	for (std::size_t i = 0; i < result.hits.size(); ++i) {
		const registry::SearchHit& hit = result.hits[i];
		const std::string title = hit.title.empty() ? m.text("no-title") : hit.title;
		out += wrapped(document_name(hit.document), harmless(title), 10, Style::title, layout);
		out += sentence_text(hit, 10, layout);
		const std::string records = joined(names_of(hit.records, record_name));
		if (!records.empty()) out += wrapped("", records, 10, Style::quiet, layout);
		out += "\n";
	}
	if (result.hits.empty()) return m.text("listing-empty") + "\n";
	const auto number = [&](std::size_t value) { return number_words(static_cast<double>(value), layout.lang); };
	out += m.text(result.more ? "search-page-more" : "search-page",
	              {number(first), number(first + result.hits.size() - 1)}) +
	       "\n";
	if (result.newest_only) out += m.text("search-newest-only") + "\n";
	return out;
}

Listing search_listing(const registry::SearchResult& result) {
	Listing listing;
	listing.columns = {{.key = "document"},
	                   {.key = "title"},
	                   {.key = "rank"},
	                   {.key = "sentence"},
	                   {.key = "start"},
	                   {.key = "end"},
	                   {.key = "words", .shown = Shown::in_jsonl},
	                   {.key = "records"}};
	for (const registry::SearchHit& hit : result.hits) {
		std::vector<std::string> words;
		for (const base::Span& word : hit.words) {
			words.push_back(hit.sentence.substr(word.begin.value, word.size()));
		}
		listing.rows.push_back({text_cell(document_name(hit.document)), text_cell(hit.title), decimal_cell(hit.rank),
		                        text_cell(hit.sentence), number_cell(hit.begin.value), number_cell(hit.end.value),
		                        list_cell(words), list_cell(names_of(hit.records, record_name))});
	}
	return listing;
}

std::string findings_text(const std::vector<registry::Finding>& findings, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	if (findings.empty()) return m.text("check-nothing") + "\n";
	std::string out;
	for (std::size_t kind = 0; kind < registry::k_finding_names.size(); ++kind) {
		const auto of_kind = [&](const registry::Finding& f) { return static_cast<std::size_t>(f.kind) == kind; };
		const auto count = std::ranges::count_if(findings, of_kind);
		if (count == 0) continue;
		const std::string id = "finding-" + std::string{registry::k_finding_names[kind]};
		const std::string head = m.text(id) + " (" + number_words(static_cast<double>(count), layout.lang) + ")";
		out += (out.empty() ? "" : "\n") + styled(head, Style::heading, layout) + "\n";
		for (const registry::Finding& finding : findings) {
			if (!of_kind(finding)) continue;
			std::vector<std::string> about = names_of(finding.facts, fact_name);
			about.insert(about.end(), finding.names.begin(), finding.names.end());
			out += wrapped("", harmless(reason_words(finding.message, finding.values, layout.lang)), 2, Style::plain,
			               layout);
			std::string from = joined(about);
			if (finding.day > 0) {
				from.append(" · ").append(
				    m.text("date-from", {date_words(days_edtf(finding.day, finding.day), layout.lang)}));
			}
			if (!finding.sources.empty()) from.append(" · ").append(joined(names_of(finding.sources, record_name)));
			out += wrapped("", harmless(from), 4, Style::quiet, layout);
		}
	}
	return out;
}

Listing findings_listing(const std::vector<registry::Finding>& findings, base::Lang lang) {
	Listing listing;
	listing.columns = {{.key = "kind"},  {.key = "since"},   {.key = "facts"},
	                   {.key = "names"}, {.key = "finding"}, {.key = "sources"}};
	for (const registry::Finding& finding : findings) {
		listing.rows.push_back({text_cell(registry::k_finding_names[static_cast<std::size_t>(finding.kind)]),
		                        text_cell(finding.day > 0 ? days_edtf(finding.day, finding.day) : ""),
		                        list_cell(names_of(finding.facts, fact_name)), list_cell(finding.names),
		                        text_cell(reason_words(finding.message, finding.values, lang)),
		                        list_cell(names_of(finding.sources, record_name))});
	}
	return listing;
}

}  // namespace bienban::report
