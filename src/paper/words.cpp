#include "paper/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "model/names.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"
#include "text/letters.hpp"

namespace bienban::paper {

namespace {

/// A stretch of whole years as EDTF says it, else as days: 20160101–20191231 → "2016/2019".
std::string edtf_of(model::Period period) {
	const bool opens_year = period.first <= 0 || period.first % 10'000 == 101;
	const bool closes_year = period.last >= model::Period::k_open || period.last % 10'000 == 1231;
	if (!opens_year || !closes_year) return report::days_edtf(period.first, period.last);
	const std::string first = period.first <= 0 ? ".." : std::to_string(period.first / 10'000);
	if (period.first <= 0 && period.last >= model::Period::k_open) return {};
	const std::string last = period.last >= model::Period::k_open ? ".." : std::to_string(period.last / 10'000);
	return first == last ? first : first + "/" + last;
}

/// Whether a value has at most `decimals` decimals when it is counted in `of`.
bool is_whole(double value, double of, int decimals) {
	const double scaled = value / of * std::pow(10.0, decimals);
	return std::abs(scaled - std::nearbyint(scaled)) < 1e-9 * std::max(1.0, std::abs(scaled));
}

/// A number of `size` digits at `at`, -1 where there is none.
int digits(std::string_view text, std::size_t at, std::size_t size) {
	int value = 0;
	const auto part = text.substr(std::min(at, text.size()), size);
	const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
	return part.size() == size && read.ec == std::errc{} && read.ptr == part.data() + size ? value : -1;
}

/// The months of one year that a stretch of time fills from the first day to the last; nothing where it does not.
struct Months {
	int year;
	int first;  ///< 1–12
	int last;
};
std::optional<Months> whole_months(std::string_view from, std::string_view to) {
	if (from.size() != to.size() || (from.size() != 7 && from.size() != 10)) return std::nullopt;
	const Months months{digits(from, 0, 4), digits(from, 5, 2), digits(to, 5, 2)};
	if (months.year < 0 || digits(to, 0, 4) != months.year || months.first < 1 || months.last < months.first)
		return std::nullopt;
	if (from.size() == 10) {
		const std::chrono::year_month_day_last end{std::chrono::year{months.year} / months.last / std::chrono::last};
		if (digits(from, 8, 2) != 1 || digits(to, 8, 2) != static_cast<int>(static_cast<unsigned>(end.day())))
			return std::nullopt;
	}
	return months;
}

}  // namespace

std::string capital(std::string_view text) {
	if (text.empty()) return {};
	const text::CodePoint first = text::decode(text, 0);
	std::string out;
	text::append_utf8(out, text::to_upper(first.value));
	return out.append(text.substr(first.size));
}

std::string Words::counted(const std::string& id, std::size_t number, const std::vector<std::string>& values) const {
	std::vector<std::string> all = {this->number(number)};
	all.insert(all.end(), values.begin(), values.end());
	return text(number == 1 ? id + "-one" : id, all);
}

std::string Words::number(double value) const { return report::number_words(value, m_lang); }

std::string Words::figure(double value, std::optional<model::About> about) const {
	std::string words = number(value);
	return about ? text("about-" + std::string{model::name_of(*about)}, {words}) : words;
}

bool Words::is_currency(std::string_view unit) {
	return unit.size() == 3 && unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

std::string Words::money(double value, std::optional<model::About> about, std::string_view currency) const {
	struct Step {
		double of;
		const char* id;
	};
	constexpr std::array<Step, 2> k_steps = {Step{1e9, "paper-money-billion"}, Step{1e6, "paper-money-million"}};
	std::string amount;
	for (const Step& step : k_steps) {
		if (!amount.empty() || std::abs(value) < step.of || !is_whole(value, step.of, 3)) continue;
		amount = text(step.id, {number(std::nearbyint(value / step.of * 1e3) / 1e3)});
	}
	if (amount.empty()) amount = number(value);
	const std::string id = "paper-money-" + std::string{currency};
	amount = has(id) ? text(id, {amount}) : text("paper-money-other", {amount, std::string{currency}});
	return about ? text("about-" + std::string{model::name_of(*about)}, {amount}) : amount;
}

std::string Words::quantity(double value, std::optional<model::About> about, const std::string& unit) const {
	if (is_currency(unit)) return money(value, about, unit);
	return figure(value, about).append(" ").append(report::unit_words(unit, value, m_lang));
}

std::string Words::single(std::string_view edtf, const char* before) const {
	if (edtf.starts_with("XXXX") || edtf.size() < 4) return report::date_words(edtf, m_lang);
	const std::string year{edtf.substr(0, 4)};
	const bool plain = *before == '\0';
	if (edtf.size() == 4) return plain ? year : text(std::string{before} + "-year", {year});
	const std::string month{edtf.substr(5, 2)};
	const std::string name = text("paper-month-" + month);
	if (edtf.size() == 7) {
		const std::string words = text("paper-date-month", {year, name});
		return plain ? words : text(std::string{before} + "-month", {words});
	}
	std::string day{edtf.substr(8, 2)};
	// "05/03/2021", but "5 March 2021".
	if (m_lang == base::Lang::en && day.front() == '0') day.erase(0, 1);
	const std::string words = text("paper-date-day", {year, name, day});
	return plain ? words : text(std::string{before} + "-day", {words});
}

/// A part of a year that has a name: a quarter, its first months, its second half; the whole year. Empty for others.
std::string Words::part_of_year(std::string_view from, std::string_view to, const std::string& before) const {
	const auto months = whole_months(from, to);
	if (!months) return {};
	const std::string year = std::to_string(months->year);
	const int count = months->last - months->first + 1;
	if (count == 12) return before.empty() ? year : text(before + "-year", {year});
	std::string words;
	if (count == 3 && months->last % 3 == 0)
		words = text("paper-quarter-" + std::to_string(months->last / 3), {year});
	else if (months->first == 1 && count > 1)
		words = text("paper-first-months", {number(static_cast<double>(count)), year});
	else if (months->first == 7 && months->last == 12)
		words = text("paper-second-half", {year});
	return words.empty() || before.empty() ? words : text(before + "-part", {words});
}

std::string Words::when(std::string_view edtf) const {
	const auto slash = edtf.find('/');
	if (slash == std::string_view::npos) return single(edtf, "paper-when");
	const std::string_view from = edtf.substr(0, slash);
	const std::string_view to = edtf.substr(slash + 1);
	if (auto part = part_of_year(from, to, "paper-when"); !part.empty()) return part;
	if (to == "..") return text("paper-when-from", {single(from, "paper-noun")});
	if (from == "..") return text("paper-when-until", {single(to, "paper-noun")});
	if (from.size() == 4 && to.size() == 4) {
		return text("paper-when-years", {std::string{from}, std::string{to}});
	}
	return text("paper-when-from-to", {single(from, "paper-noun"), single(to, "paper-noun")});
}

std::string Words::when(model::Period period) const {
	const std::string edtf = edtf_of(period);
	return edtf.empty() ? edtf : when(edtf);
}

std::string Words::span(std::string_view edtf) const {
	const auto slash = edtf.find('/');
	if (slash == std::string_view::npos) return single(edtf, "");
	const std::string_view from = edtf.substr(0, slash);
	const std::string_view to = edtf.substr(slash + 1);
	if (auto part = part_of_year(from, to, ""); !part.empty()) return part;
	if (to == "..") return text("paper-span-from", {single(from, "")});
	if (from == "..") return text("paper-span-until", {single(to, "")});
	return text("paper-span", {single(from, ""), single(to, "")});
}

std::string Words::span(model::Period period) const {
	const std::string edtf = edtf_of(period);
	return edtf.empty() ? edtf : span(edtf);
}

std::string Words::list(const std::vector<std::string>& parts) const {
	std::string out;
	for (std::size_t i = 0; i < parts.size(); ++i) {
		if (i > 0) out.append(i + 1 == parts.size() ? text("paper-and") : ", ");
		out.append(parts[i]);
	}
	return out;
}

std::string Words::list(std::vector<std::string> parts, std::size_t most, const std::string& more) const {
	// One left out would take no more room than the words that say so.
	if (parts.size() > most + 1) {
		const std::size_t left = parts.size() - most;
		parts.resize(most);
		parts.push_back(text(more, {number(left)}));
	}
	return list(parts);
}

std::string Words::series(const std::vector<std::string>& parts) {
	std::string out;
	for (const std::string& part : parts) out.append(out.empty() ? "" : "; ").append(part);
	return out;
}

std::string Words::years(const std::vector<int>& years) const {
	std::vector<std::string> parts;
	for (std::size_t i = 0; i < years.size();) {
		std::size_t last = i;
		while (last + 1 < years.size() && years[last + 1] == years[last] + 1) ++last;
		if (last < i + 2) last = i;  // "2014, 2015" is as short as "2014–2015"
		parts.push_back(last == i ? std::to_string(years[i])
		                          : std::to_string(years[i]) + "–" + std::to_string(years[last]));
		i = last + 1;
	}
	return list(parts);
}

std::string Words::theme(model::Theme theme) const { return text("theme-" + std::string{model::name_of(theme)}); }

std::string Words::theme(const std::optional<model::Theme>& theme) const {
	return theme ? this->theme(*theme) : text("paper-theme-none");
}

}  // namespace bienban::paper
