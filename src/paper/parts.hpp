#pragma once

#include "paper/composer.hpp"
#include "paper/fields.hpp"

/// The parts of a review, each by its own rules.
namespace bienban::paper {

Part basis_part(Composer& composer);
Part contacts_part(Composer& composer);
Part results_part(Composer& composer);
Part support_part(Composer& composer);
Part promised_part(Composer& composer);
Part disputed_part(Composer& composer);
Part next_part(Composer& composer);

/// What contacts say beside their tables: the years and the regular meetings that no document tells of.
void add_series(Composer& composer, Part& part);
/// The contacts and the terms of agreements over time; nothing where there are too few for a drawing.
void add_timeline(Composer& composer, Part& part);

/// What documents say to have been done in a theme, without figures.
struct ThemeReports {
	std::optional<model::Theme> theme;
	std::vector<review::ItemIndex> items;
};

/// Those who are reported to have done something in one field, each with the themes and the times: a sentence, or one
/// with a list. `turn` chooses between words that say the same, so that fields do not all begin alike.
std::vector<Block> report_blocks(Composer& composer, const std::vector<ThemeReports>& reports, std::size_t turn);

/// The same where the two sides speak themselves: a point for each.
std::vector<Paragraph> report_points(Composer& composer, const std::vector<ThemeReports>& reports);

/// Activities and twinnings by kind: a bullet each.
Bullets done_bullets(Composer& composer, const std::vector<review::ItemIndex>& items);
/// The results of a field without tables: a paragraph a theme.
struct FieldResults {
	Field field = Field::other;
	std::vector<Paragraph> themes;
};
std::vector<FieldResults> results_in_words(Composer& composer);

/// How many contacts of which kind there were, and what was given, as the two sides say it themselves.
Paragraph contacts_in_words(Composer& composer);
Paragraph support_in_words(Composer& composer);

/// How the figures of some indicators stand to each other.
void add_relations(Composer& composer, const std::vector<const review::Relation*>& relations, Part& part);

}  // namespace bienban::paper
