#include "extraction/gift_theme.hpp"

#include <algorithm>
#include <string>

#include "extraction/goods.hpp"

namespace bienban::extraction {

namespace {

bool for_school(const Giving& giving) {
	return std::all_of(giving.receiver.begin(), giving.receiver.end(),
	                   [](const auto& p) { return kind_of(p) == "school"; });
}

/// From one board of education to the other, or to a school.
bool between_schools(const Giving& giving) {
	const auto teaches = [](const auto& p) { return p.find("giáo dục") != std::string::npos; };
	return std::any_of(giving.giver.begin(), giving.giver.end(), teaches) ||
	       std::any_of(giving.receiver.begin(), giving.receiver.end(), teaches);
}

/// Desks and chairs for soldiers and policemen are no matter of schools.
bool for_a_unit(const Giving& giving) {
	return std::all_of(giving.receiver.begin(), giving.receiver.end(), [](const auto& p) {
		const auto kind = kind_of(p);
		return kind.starts_with("border-") || kind.ends_with("military") || kind.starts_with("military-") ||
		       kind == "police";
	});
}

}  // namespace

std::optional<model::Theme> theme_of_gift(const Context& context, const Giving& giving, const model::Support& gift,
                                          std::optional<model::Theme> of_noun, std::uint32_t s) {
	using model::Theme;
	std::optional<Theme> theme =
	    theme_of_goods(context, gift.item, gift.unit ? *gift.unit : std::string(), s, context.sentence_of(giving.verb));
	if (theme == Theme::aid && of_noun) theme = of_noun;
	if (theme == Theme::aid && gift.item != "quà" && for_school(giving)) theme = Theme::education;
	if (theme == Theme::aid && gift.unit != "VND" && gift.item != "quà" && between_schools(giving))
		theme = Theme::education;
	if (theme == Theme::education && gift.item.starts_with("bàn ghế") && for_a_unit(giving) &&
	    gift.item.find("học") == std::string::npos)
		theme = Theme::aid;
	return theme;
}

}  // namespace bienban::extraction
