#include "report/describe.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "lexicon/place_names.hpp"
#include "model/dates.hpp"
#include "model/names.hpp"
#include "report/body_name.hpp"

namespace bienban::report {

namespace {

using base::Lang;
using base::Messages;

/// Collects what is known of a record: "head: part; part". Absent parts leave no trace.
class Line {
public:
	Line(std::string head, Lang lang) : m_head(std::move(head)), m_lang(lang) {}

	Line& part(const std::string& words) {
		if (words.empty()) return *this;
		m_parts.append(m_parts.empty() ? "" : "; ").append(words);
		return *this;
	}
	Line& message(const char* id, const std::optional<std::string>& value) {
		return value ? part(Messages::of(m_lang).text(id, {*value})) : *this;
	}
	std::string text() const { return m_parts.empty() ? m_head : m_head + ": " + m_parts; }

private:
	std::string m_head;
	std::string m_parts;
	Lang m_lang;
};

std::string joined(const std::vector<std::string>& values, std::string_view between) {
	std::string out;
	for (const std::string& value : values) out.append(out.empty() ? "" : between).append(value);
	return out;
}

std::string parties_words(const std::vector<model::Party>& parties, std::string_view between, Lang lang) {
	std::vector<std::string> names;
	for (const model::Party& party : parties) names.push_back(party_words(party, lang));
	return joined(names, between);
}

/// "A, B → C": who did it and for whom.
std::string toward(const std::vector<model::Party>& by, const std::vector<model::Party>& to, Lang lang) {
	std::string words = parties_words(by, ", ", lang);
	if (!to.empty()) words.append(words.empty() ? "→ " : " → ").append(parties_words(to, ", ", lang));
	return words;
}

std::string theme_words(model::Theme theme, Lang lang) {
	return Messages::of(lang).text("theme-" + std::string{model::name_of(theme)});
}

std::string themes_words(const std::vector<model::Theme>& themes, Lang lang) {
	std::vector<std::string> names;
	for (const model::Theme theme : themes) names.push_back(theme_words(theme, lang));
	return joined(names, " · ");  // the names of some themes have commas
}

std::optional<std::string> place_if(const std::optional<std::string>& code, Lang lang) {
	return code ? std::optional{place_words(*code, lang)} : std::nullopt;
}

/// The value with its "hơn", "gần", "khoảng".
std::string figure(double value, const std::optional<model::About>& about, Lang lang) {
	std::string number = number_words(value, lang);
	if (!about) return number;
	return Messages::of(lang).text("about-" + std::string{model::name_of(*about)}, {number});
}

std::string words(const model::Meeting& r, Lang lang) {
	const Messages& m = Messages::of(lang);
	std::string head = m.text("meeting-" + std::string{model::name_of(r.kind)});
	if (r.ordinal) head.append(" ").append(m.text("meeting-ordinal", {std::to_string(*r.ordinal)}));
	if (r.recurs) head.append(" (").append(m.text("recurs-" + std::string{model::name_of(*r.recurs)})).append(")");
	Line line{head, lang};
	line.part(parties_words(r.parties, " – ", lang)).message("at-place", place_if(r.place, lang));
	if (!r.chairs.empty()) line.message("chaired-by", joined(r.chairs, ", "));
	return line.text();
}

std::string words(const model::Visit& r, Lang lang) {
	Line line{Messages::of(lang).text("record-visit"), lang};
	std::vector<model::Party> from;
	std::vector<model::Party> to;
	if (r.from) from.push_back(*r.from);
	if (r.to) to.push_back(*r.to);
	return line.part(toward(from, to, lang)).message("headed-by", r.head).text();
}

std::string words(const model::Activity& r, Lang lang) {
	Line line{Messages::of(lang).text("activity-" + std::string{model::name_of(r.kind)}), lang};
	line.part(parties_words(r.parties, " – ", lang)).message("at-place", place_if(r.place, lang));
	return line.message("border-section", r.section).text();
}

std::string words(const model::Agreement& r, Lang lang) {
	const Messages& m = Messages::of(lang);
	Line line{m.text("instrument-" + std::string{model::name_of(r.instrument)}) + " (" +
	              m.text("act-" + std::string{model::name_of(r.act)}) + ")",
	          lang};
	line.part(parties_words(r.parties, " – ", lang));
	if (r.term) line.message("agreement-term", date_words(*r.term, lang));
	return line.text();
}

std::string words(const model::Twinning& r, Lang lang) {
	return Line{Messages::of(lang).text("record-twinning"), lang}.part(parties_words(r.parties, " – ", lang)).text();
}

std::string words(const model::Achievement& r, Lang lang) {
	Line line{Messages::of(lang).text("record-achievement"), lang};
	return line.part(parties_words(r.parties, ", ", lang)).part(themes_words(r.themes, lang)).text();
}

std::string words(const model::Commitment& r, Lang lang) {
	Line line{Messages::of(lang).text("record-commitment"), lang};
	return line.part(parties_words(r.parties, ", ", lang)).part(themes_words(r.themes, lang)).text();
}

std::string words(const model::Result& r, Lang lang) {
	Line line{figure(r.value, r.about, lang) + " " + unit_words(r.unit, r.value, lang), lang};
	if (r.theme) line.part(theme_words(*r.theme, lang));
	return line.part(toward(r.by, r.to, lang)).text();
}

std::string words(const model::Support& r, Lang lang) {
	const Messages& m = Messages::of(lang);
	std::string head;
	if (r.value) head = figure(*r.value, r.about, lang) + " ";
	// "5 tấn gạo", but "7.300.000.000 VND · cầu Xê Rôn".
	const bool money =
	    r.unit && r.unit->size() == 3 && r.unit->find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
	if (r.unit) head.append(*r.unit).append(r.item.empty() ? "" : money ? " · " : " ");
	head.append(r.item);
	Line line{head, lang};
	if (r.worth) line.part(m.text("worth", {number_words(r.worth->value, lang) + " " + r.worth->unit}));
	line.part(toward(r.giver, r.receiver, lang));
	if (r.theme) line.part(theme_words(*r.theme, lang));
	return line.text();
}

/// A year, a month or a day.
std::string single_date(std::string_view edtf, Lang lang) {
	const Messages& m = Messages::of(lang);
	const std::string year{edtf.substr(0, 4)};
	const auto number = [&](std::size_t at) { return std::string{edtf.substr(at, 2)}; };
	const bool yearless = year == "XXXX";
	if (edtf.size() == 7)
		return yearless ? m.text("date-month-only", {number(5)}) : m.text("date-month", {year, number(5)});
	if (edtf.size() == 10) {
		return yearless ? m.text("date-no-year", {number(5), number(8)})
		                : m.text("date-day", {year, number(5), number(8)});
	}
	return std::string{edtf};
}

}  // namespace

std::string place_words(std::string_view code, Lang lang) {
	const std::string_view name = lexicon::place_name(code, lang);
	return std::string{name.empty() ? code : name};
}

std::string party_words(std::string_view party, Lang lang) {
	const Messages& m = Messages::of(lang);
	const auto first = party.find('/');
	if (first == std::string_view::npos) return std::string{party};
	const std::string place = place_words(party.substr(0, first), lang);
	const auto second = party.find('/', first + 1);
	const std::string id = "party-" + std::string{party.substr(first + 1, second - first - 1)};
	if (!m.has(id)) return std::string{party};
	if (second == std::string_view::npos) return m.text(id, {place});
	const std::string name = body_name(party.substr(first + 1, second - first - 1), party.substr(second + 1));
	return m.has(id + "-named") ? m.text(id + "-named", {place, name}) : m.text(id, {place}) + " (" + name + ")";
}

std::string date_words(std::string_view edtf, Lang lang) {
	const Messages& m = Messages::of(lang);
	const auto slash = edtf.find('/');
	if (slash == std::string_view::npos) return single_date(edtf, lang);
	const std::string_view from = edtf.substr(0, slash);
	const std::string_view to = edtf.substr(slash + 1);
	if (to == "..") return m.text("date-from", {single_date(from, lang)});
	if (from == "..") return m.text("date-until", {single_date(to, lang)});
	return single_date(from, lang) + "–" + single_date(to, lang);
}

std::optional<model::Edtf> date_of(const model::Record& record) {
	// A term is no date of what was done on one day.
	if (const auto* agreement = std::get_if<model::Agreement>(&record.value)) return agreement->signed_on;
	const auto dates = model::dates_of(record);
	return dates.empty() ? std::nullopt : std::optional{dates.front()};
}

std::string unit_words(const std::string& unit, std::optional<double> number, Lang lang) {
	const Messages& m = Messages::of(lang);
	const std::string id = "unit-" + unit;
	if (!m.has(id)) return unit;
	return m.text(number == 1 ? id + "-one" : id);
}

std::string number_words(double value, Lang lang) {
	const char group = lang == Lang::vi ? '.' : ',';
	const char point = lang == Lang::vi ? ',' : '.';
	std::array<char, 400> digits{};
	const bool integral = std::nearbyint(value) == value;
	const int size = std::snprintf(digits.data(), digits.size(), integral ? "%.0f" : "%.4f", value);
	std::string text{digits.data(), static_cast<std::size_t>(size)};
	std::string decimals;
	if (const auto at = text.find('.'); at != std::string::npos) {
		decimals = text.substr(at);
		decimals.erase(decimals.find_last_not_of('0') + 1);
		decimals.front() = point;
		text.erase(at);
	}
	const std::size_t sign = text.starts_with('-') ? 1 : 0;
	for (std::size_t at = text.size(); at > sign + 3;) {
		at -= 3;
		text.insert(at, 1, group);
	}
	return text + (decimals.size() > 1 ? decimals : "");
}

std::string describe(const model::Record& record, Lang lang) {
	return std::visit([&](const auto& r) { return words(r, lang); }, record.value);
}

}  // namespace bienban::report
