#include "register/check_rules.hpp"

#include <algorithm>
#include <chrono>

#include "model/fields.hpp"

namespace bienban::registry {

namespace {

std::chrono::sys_days calendar_day(std::int32_t day) {
	return std::chrono::year{day / 10'000} / std::chrono::month{static_cast<unsigned>(day / 100 % 100)} /
	       std::chrono::day{static_cast<unsigned>(day % 100)};
}

std::int32_t number_of(std::chrono::year_month_day day) {
	return static_cast<int>(day.year()) * 10'000 + static_cast<std::int32_t>(static_cast<unsigned>(day.month())) * 100 +
	       static_cast<std::int32_t>(static_cast<unsigned>(day.day()));
}

}  // namespace

std::string_view country_of(std::string_view party) { return party.substr(0, 2); }

bool is_whole_place(std::string_view party) {
	const auto slash = party.find('/');
	if (slash == std::string_view::npos) return true;
	const auto kind = party.substr(slash + 1);
	return kind == "province" || kind == "people-committee" || kind == "party-committee" || kind == "people-council" ||
	       kind == "state" || kind == "government";
}

bool same_or_whole(std::string_view one, std::string_view other) {
	return one == other ||
	       (model::place_of(one) == model::place_of(other) && (is_whole_place(one) || is_whole_place(other)));
}

std::vector<model::Party> parties_of(const model::Record& record) {
	std::vector<model::Party> parties;
	model::for_each_side(record, [&](const std::vector<model::Party>& side) {
		parties.insert(parties.end(), side.begin(), side.end());
	});
	std::ranges::sort(parties);
	parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
	return parties;
}

bool share_both_sides(const std::vector<model::Party>& a, const std::vector<model::Party>& b) {
	std::string_view country;
	for (const model::Party& party : a) {
		if (std::ranges::find(b, party) == b.end()) continue;
		if (!country.empty() && country_of(party) != country) return true;
		country = country_of(party);
	}
	return false;
}

bool share_a_side(const std::vector<model::Party>& a, const std::vector<model::Party>& b) {
	return std::ranges::any_of(a, [&](const model::Party& one) {
		return std::ranges::any_of(b, [&](const model::Party& other) { return same_or_whole(one, other); });
	});
}

bool names_all(const std::vector<model::Party>& parties, const std::vector<model::Party>& asked) {
	return std::ranges::all_of(asked, [&](const model::Party& one) {
		return std::ranges::any_of(parties, [&](const model::Party& other) { return same_or_whole(one, other); });
	});
}

std::vector<model::Theme> themes_told(const model::Record& record) {
	using model::ActivityKind;
	using model::Theme;
	if (const auto* activity = std::get_if<model::Activity>(&record.value)) {
		switch (activity->kind) {
			case ActivityKind::patrol: return {Theme::joint_patrol, Theme::border_protection};
			case ActivityKind::exercise: return {Theme::defence_area, Theme::disaster_response};
			case ActivityKind::training: return {Theme::training, Theme::language, Theme::education};
			case ActivityKind::medical: return {Theme::health};
			case ActivityKind::search: return {Theme::remains_repatriation};
			case ActivityKind::handover: return {Theme::aid, Theme::infrastructure, Theme::remains_repatriation};
			case ActivityKind::operation:
				return {Theme::crime_prevention, Theme::drugs, Theme::smuggling, Theme::trafficking};
			case ActivityKind::opening: return {Theme::infrastructure, Theme::border_gate};
		}
	}
	std::vector<Theme> themes;
	std::visit(
	    [&](const auto& r) {
		    if constexpr (requires { r.themes; }) {
			    themes = r.themes;
		    } else if constexpr (requires { r.theme; }) {
			    if (r.theme) themes.push_back(*r.theme);
		    }
	    },
	    record.value);
	return themes;
}

std::optional<model::Period> days_of(const std::optional<model::Edtf>& date) {
	auto period = date ? model::period_of(*date) : std::nullopt;
	if (period && period->first == 0) return std::nullopt;  // "../2020": nobody knows since when
	return period;
}

std::int32_t months_before(std::int32_t day, int months) {
	std::chrono::year_month_day then = std::chrono::year_month_day{calendar_day(day)} - std::chrono::months{months};
	if (!then.ok()) then = then.year() / then.month() / std::chrono::last;
	return number_of(then);
}

std::int32_t days_after(std::int32_t day, int days) {
	return number_of(std::chrono::year_month_day{calendar_day(day) + std::chrono::days{days}});
}

std::string write_years(const std::vector<std::int32_t>& years) {
	std::string text;
	for (std::size_t i = 0; i < years.size();) {
		std::size_t end = i + 1;
		while (end < years.size() && years[end] == years[end - 1] + 1) ++end;
		text += (text.empty() ? "" : ", ") + std::to_string(years[i]);
		if (end - i > 1) text += "–" + std::to_string(years[end - 1]);
		i = end;
	}
	return text;
}

}  // namespace bienban::registry
