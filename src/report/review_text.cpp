#include <algorithm>

#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/review_report.hpp"

namespace bienban::report {

namespace {

using base::Messages;

std::string date_column(const review::Item& item, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	if (!item.date) return "  " + m.text("undated");
	const std::string date = date_words(*item.date, layout.lang);
	return "  " + (item.dated == review::Dated::by_document ? m.text("date-of-document", {date}) : date);
}

std::string source_line(const review::Source& source, const Layout& layout) {
	std::string from = registry::write_id(registry::IdKind::document, source.id) + " · ";
	from += source.title.empty() ? source.path : source.title + " · " + source.path;
	if (source.published) from.append(" · ").append(date_words(*source.published, layout.lang));
	return from;
}

std::string item_text(const review::Item& item, const review::Review& review, std::size_t indent,
                      const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string what = describe(item.record, layout.lang);
	if (item.status != registry::Status::read) {
		what += " · " + m.text("status-" + std::string{model::name_of(item.status)});
	}
	std::string out = wrapped(date_column(item, layout), harmless(what), indent, Style::plain, layout);
	for (const std::string& field : item.conflicts) {
		out += wrapped("", m.text("review-conflict", {field}), indent, Style::value, layout);
	}
	// Where documents disagree both quotes are shown; else one stands for all.
	const std::size_t shown = item.conflicts.empty() ? 1 : item.tellings.size();
	for (std::size_t i = 0; i < std::min(shown, item.tellings.size()); ++i) {
		const review::Telling& telling = item.tellings[i];
		out += wrapped("", harmless("“" + telling.quote + "”"), indent, Style::value, layout);
		out += wrapped("", "— " + harmless(source_line(review.documents[telling.document], layout)), indent,
		               Style::quiet, layout);
	}
	const std::string name = registry::write_id(registry::IdKind::fact, item.fact);
	const std::int64_t more = item.records - static_cast<std::int64_t>(shown);
	out += wrapped("", more > 0 ? m.text("review-fact-more", {name, std::to_string(more)}) : name, indent, Style::quiet,
	               layout);
	return out;
}

/// How far what stands beside the dates is indented: as little as the longest date allows.
std::size_t indent_of(const review::Review& review, const Layout& layout) {
	std::size_t widest = 10;
	for (const auto& section : review.sections) {
		for (const review::Item& item : section) widest = std::max(widest, width(date_column(item, layout)));
	}
	return widest + 2;
}

std::string period_line(const review::Question& question, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const auto words = [&](const std::optional<std::string>& date) {
		return date_words(date.value_or(""), layout.lang);
	};
	if (question.from && question.to) return m.text("review-from-to", {words(question.from), words(question.to)});
	if (question.from) return m.text("review-from", {words(question.from)});
	if (question.to) return m.text("review-to", {words(question.to)});
	return m.text("review-all-time");
}

/// Which places' past is taken in.
std::string past_lines(const review::Question& question, const Layout& layout) {
	std::string out;
	const auto tell = [&](const std::string& place, const std::vector<std::string>& followed) {
		for (const std::string& past : followed) {
			const std::string line =
			    Messages::of(layout.lang)
			        .text("with-past", {place, place_words(place, layout.lang), past, place_words(past, layout.lang)});
			out += wrapped("", line, 0, Style::plain, layout);
		}
	};
	tell(question.a, question.followed_by_a);
	tell(question.b, question.followed_by_b);
	return out;
}

}  // namespace

std::string review_text(const review::Review& review, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const std::string title = m.text(
	    "review-title", {place_words(review.question.a, layout.lang), place_words(review.question.b, layout.lang)});
	std::string out = wrapped("", title, 0, Style::title, layout);
	out += past_lines(review.question, layout);
	out += period_line(review.question, layout) + "\n";
	out += m.text("review-documents", {std::to_string(review.documents.size())}) + "\n";
	const std::size_t indent = indent_of(review, layout);
	for (std::size_t i = 0; i < review.sections.size(); ++i) {
		const auto& section = review.sections[i];
		const std::string name = m.text("section-" + std::string{review::k_section_names[i]});
		out += "\n" + styled(name + " (" + std::to_string(section.size()) + ")", Style::heading, layout) + "\n";
		if (section.empty()) out += "  " + m.text("section-empty") + "\n";
		for (const review::Item& item : section) out += item_text(item, review, indent, layout);
	}
	return out;
}

}  // namespace bienban::report
