#include <algorithm>

#include "paper/html_page.hpp"
#include "report/describe.hpp"

namespace bienban::paper {

namespace {

/// Facts of a group that a page names; a sentence on ten years may rest on thousands.
constexpr std::size_t k_named = 60;
/// Quotes of one fact that a page shows.
constexpr std::size_t k_quotes = 12;

/// Places that an annex leads back to.
constexpr std::size_t k_back = 3;

}  // namespace

std::size_t HtmlPage::group_of(const Backing& backing) {
	const std::vector<std::size_t>& facts = backing.facts;
	const auto [at, is_new] = m_group_numbers.try_emplace({facts, backing.more}, m_group_numbers.size() + 1);
	if (is_new) {
		m_groups.push_back({.facts = &at->first.first, .more = backing.more, .told = {}});
		for (std::size_t i = 0; i < std::min(facts.size(), k_named); ++i) m_told[facts[i]];
	}
	return at->second;
}

void HtmlPage::sources() {
	if (m_paper.sources.empty()) return;
	add("<section class=\"annex\">\n<h2 id=\"sources\">");
	message("paper-sources");
	add("</h2>\n<ol class=\"sources\">\n");
	for (std::size_t i = 0; i < m_paper.sources.size(); ++i) {
		const SourceLine& source = m_paper.sources[i];
		const std::string number = std::to_string(i + 1);
		add("<li id=\"s-" + number);
		add("\"><span class=\"no\">[" + number);
		add("]</span> ");
		say(source.title.empty() ? m_messages.text("no-title") : source.title);
		if (!source.published.empty()) {
			add(", ");
			say(source.published);
		}
		add(" <span class=\"path\">");
		say(source.id + " · " + source.path);
		add("</span></li>\n");
	}
	add("</ol>\n</section>\n");
}

void HtmlPage::groups() {
	if (m_groups.empty()) return;
	add("<section class=\"annex\">\n<h2>");
	message("paper-groups");
	add("</h2>\n");
	for (std::size_t i = 0; i < m_groups.size(); ++i) {
		const std::vector<std::size_t>& facts = *m_groups[i].facts;
		const std::string number = std::to_string(i + 1);
		add("<p class=\"group\" id=\"g" + number);
		add("\"><span class=\"id\">" + number);
		add(".</span> ");
		for (std::size_t k = 0; k < std::min(facts.size(), k_named); ++k) {
			const std::string& id = m_paper.facts[facts[k]].id;
			if (k > 0) add(", ");
			add("<a href=\"#q-");
			say(id);
			add("\">");
			say(id);
			add("</a>");
		}
		const std::size_t more = m_groups[i].more + (facts.size() > k_named ? facts.size() - k_named : 0);
		if (more > 0) {
			add(" ");
			message("paper-facts-more", {report::number_words(static_cast<double>(more), m_paper.lang)});
		}
		add("</p>\n");
		back(m_groups[i].told);
	}
	add("</section>\n");
}

void HtmlPage::cited_here(Told& told) const {
	if (told.all++ < k_back) told.citations.push_back(m_citation);
}

void HtmlPage::back(const Told& told) {
	if (told.citations.empty()) return;
	add("<p class=\"back\">");
	message("paper-cited-at");
	for (std::size_t i = 0; i < told.citations.size(); ++i) {
		add(" <a href=\"#c" + std::to_string(told.citations[i]) + "\">↩" + std::to_string(i + 1) + "</a>");
	}
	if (told.all > told.citations.size()) {
		add(" ");
		message("paper-cited-more", {std::to_string(told.all - told.citations.size())});
	}
	add("</p>\n");
}

void HtmlPage::quotes() {
	if (m_told.empty()) return;
	add("<section class=\"annex\">\n<h2 id=\"quotes\">");
	message("paper-quotes");
	add("</h2>\n");
	for (const auto& [index, told] : m_told) fact(index);
	add("</section>\n");
}

void HtmlPage::fact(std::size_t index) {
	const FactNote& note = m_paper.facts[index];
	const Told& told = m_told[index];
	add("<article class=\"fact\" id=\"q-");
	say(note.id);
	add("\">\n<h3>");
	say(note.summary);
	add(" <span class=\"id\">");
	say(note.id);
	add("</span></h3>\n");
	for (std::size_t i = 0; i < std::min(note.quotes.size(), k_quotes); ++i) {
		const Quote& quote = note.quotes[i];
		const SourceLine& source = m_paper.sources[quote.source];
		add("<blockquote><p>“");
		say(quote.words);
		add("”</p>\n<footer><a href=\"#s-" + std::to_string(quote.source + 1) + "\">[");
		add(std::to_string(quote.source + 1) + "]</a> ");
		say(source.title.empty() ? m_messages.text("no-title") : source.title);
		if (!source.published.empty()) {
			add(", ");
			say(source.published);
		}
		add("; ");
		const auto number = [&](std::size_t value) {
			return report::number_words(static_cast<double>(value), m_paper.lang);
		};
		message("paper-position", {number(quote.begin), number(quote.end)});
		add("</footer></blockquote>\n");
	}
	if (note.quotes.size() > k_quotes) {
		add("<p>");
		message("paper-quotes-more", {std::to_string(note.quotes.size() - k_quotes)});
		add("</p>\n");
	}
	if (note.quotes.empty() || !note.entered_by.empty()) {
		add("<p>");
		message(note.entered_by.empty() ? "paper-entered" : "paper-entered-by", {note.entered_by});
		add("</p>\n");
	}
	back(told);
	add("</article>\n");
}

}  // namespace bienban::paper
