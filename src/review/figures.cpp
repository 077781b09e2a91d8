#include "review/figures.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <tuple>
#include <unordered_map>

#include "review/figure_algebra.hpp"
#include "review/figure_scopes.hpp"
#include "review/standing.hpp"
#include "text/letters.hpp"
#include "text/tokens.hpp"

namespace bienban::review {

namespace {

struct Abbreviation {
	std::string_view written;
	std::string_view full;
};
constexpr auto k_abbreviations = std::to_array<Abbreviation>({
    {"cbcs", "cán bộ chiến sĩ"},
    {"lhs", "lưu học sinh"},
    {"hcls", "hài cốt liệt sĩ"},
});

/// A unit without what does not matter: case, spaces, commas, the spelling of a syllable, abbreviations.
std::string unit_form(std::string_view unit) {
	std::string form;
	std::string syllable;
	const auto finish = [&] {
		if (syllable.empty()) return;
		std::string folded = text::fold_syllable(syllable);
		for (const Abbreviation& abbreviation : k_abbreviations) {
			if (folded == abbreviation.written) folded = abbreviation.full;
		}
		if (!form.empty()) form += ' ';
		form += folded;
		syllable.clear();
	};
	for (std::size_t i = 0; i < unit.size(); ++i) {
		const char c = unit[i];
		const bool no_break = c == '\xC2' && i + 1 < unit.size() && unit[i + 1] == '\xA0';
		if (c == ' ' || c == ',' || c == '\t' || c == '\n' || no_break) {
			finish();
			if (no_break) ++i;
		} else {
			syllable += c;
		}
	}
	finish();
	return form;
}

struct Key {
	std::size_t theme = 0;  ///< behind all others where there is none
	std::string unit;
	std::vector<model::Party> by;
	std::vector<model::Party> to;
	auto operator<=>(const Key&) const = default;
};

std::vector<model::Party> as_set(std::vector<model::Party> parties) {
	std::ranges::sort(parties);
	parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
	return parties;
}

/// The forms of the units that were met.
using Forms = std::unordered_map<std::string, std::string>;

Key key_of(const model::Result& result, Forms& forms) {
	const auto [form, fresh] = forms.try_emplace(result.unit);
	if (fresh) form->second = unit_form(result.unit);
	return {.theme = result.theme ? static_cast<std::size_t>(*result.theme) : model::k_theme_count,
	        .unit = form->second,
	        .by = as_set(result.by),
	        .to = as_set(result.to)};
}

Indicator indicator_of(const Material& material, const Key& key, std::vector<Figure> figures) {
	std::ranges::sort(figures, [&](const Figure& a, const Figure& b) {
		constexpr model::Period k_last{std::numeric_limits<std::int32_t>::max(), 0};
		const auto period = [&](const Figure& figure) {
			const model::Period when = figure.when.value_or(k_last);
			return std::pair{when.first, when.last};
		};
		if (period(a) != period(b)) return period(a) < period(b);
		return stands_before(material, a.item, b.item);
	});
	const model::Result& first = *material.as<model::Result>(figures.front().item);
	Indicator indicator{.theme = first.theme,
	                    .unit = {},
	                    .by = key.by,
	                    .to = key.to,
	                    .figures = std::move(figures),
	                    .total = std::nullopt,
	                    .relations = {}};
	std::map<std::string, std::size_t> spellings;
	for (const Figure& figure : indicator.figures) ++spellings[material.as<model::Result>(figure.item)->unit];
	indicator.unit = std::ranges::max_element(spellings, {}, [](const auto& one) { return one.second; })->first;
	// Where nobody is named it may have been others each time.
	const Adding adding = indicator.by.empty() ? Adding::no : Adding::yes;
	if (adding == Adding::yes) {
		indicator.total = widest_sum(indicator.figures, countable_period(material.question));
	}
	indicator.relations = relations_of(indicator.figures, adding);
	return indicator;
}

}  // namespace

std::vector<Indicator> indicators(const Material& material) {
	std::vector<std::pair<Key, Figure>> figures;
	Forms forms;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		const auto* result = material.as<model::Result>(i);
		if (result == nullptr || !material.items[i].within) continue;
		figures.emplace_back(key_of(*result, forms), Figure{.item = i,
		                                                    .value = result->value,
		                                                    .about = result->about,
		                                                    .when = period_by_record(material.items[i])});
	}
	std::ranges::sort(figures, {}, [](const auto& one) -> const Key& { return one.first; });
	std::vector<Indicator> all;
	std::vector<std::size_t> counts;  // of each indicator: which thing it counts
	for (std::size_t i = 0; i < figures.size();) {
		const Key& key = figures[i].first;
		std::size_t end = i;
		std::vector<Figure> these;
		for (; end < figures.size() && figures[end].first == key; ++end) these.push_back(figures[end].second);
		const bool other_thing =
		    i == 0 || figures[i - 1].first.theme != key.theme || figures[i - 1].first.unit != key.unit;
		counts.push_back(all.empty() ? 0 : counts.back() + (other_thing ? 1 : 0));
		all.push_back(indicator_of(material, key, std::move(these)));
		i = end;
	}
	relate_scopes(all, counts);
	return all;
}

std::optional<Sum> sum_over(const Indicator& indicator, model::Period days) {
	auto sum = exact_sum(indicator.figures, days);
	if (sum && sum->parts.size() > 1 && indicator.by.empty()) return std::nullopt;
	return sum;
}

}  // namespace bienban::review
