#include "paper/fields.hpp"

#include <algorithm>

namespace bienban::paper {

namespace {

using model::Theme;

struct Placed {
	Theme theme;
	Field field;
};

constexpr auto k_order = std::to_array<Placed>({
    {Theme::friendship, Field::politics},
    {Theme::delegation_exchange, Field::politics},
    {Theme::regular_meeting, Field::politics},
    {Theme::party_government, Field::politics},
    {Theme::experience_sharing, Field::politics},
    {Theme::twinning, Field::politics},
    {Theme::commemoration, Field::politics},
    {Theme::information_exchange, Field::security},
    {Theme::border_protection, Field::security},
    {Theme::joint_patrol, Field::security},
    {Theme::treaty_implementation, Field::security},
    {Theme::crime_prevention, Field::security},
    {Theme::drugs, Field::security},
    {Theme::smuggling, Field::security},
    {Theme::trafficking, Field::security},
    {Theme::irregular_migration, Field::security},
    {Theme::encroachment, Field::security},
    {Theme::public_order, Field::security},
    {Theme::public_awareness, Field::security},
    {Theme::force_building, Field::security},
    {Theme::defence_area, Field::security},
    {Theme::trade_investment, Field::economy},
    {Theme::border_gate, Field::economy},
    {Theme::training, Field::education},
    {Theme::education, Field::education},
    {Theme::language, Field::education},
    {Theme::health, Field::health},
    {Theme::culture_sport, Field::culture},
    {Theme::tourism, Field::culture},
    {Theme::agriculture, Field::construction},
    {Theme::infrastructure, Field::construction},
    {Theme::disaster_response, Field::construction},
    {Theme::aid, Field::aid},
    {Theme::remains_repatriation, Field::remains},
});
static_assert(k_order.size() == model::k_theme_count);

}  // namespace

std::size_t place_of(const std::optional<Theme>& theme) {
	const auto found = std::ranges::find_if(k_order, [&](const Placed& placed) { return theme == placed.theme; });
	return static_cast<std::size_t>(found - k_order.begin());
}

Field field_of(const std::optional<Theme>& theme) {
	const std::size_t place = place_of(theme);
	return place < k_order.size() ? k_order[place].field : Field::other;
}

}  // namespace bienban::paper
