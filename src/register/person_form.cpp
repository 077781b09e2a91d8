#include "register/person_form.hpp"

#include "model/json.hpp"
#include "register/json_values.hpp"

namespace bienban::registry {

naming::PersonMention mention_of(const model::Person& person) {
	return {.name = person.name,
	        .rank = person.rank,
	        .title = person.title,
	        .country = person.country,
	        .bodies = person.bodies,
	        .first = std::nullopt,
	        .last = std::nullopt};
}

std::string form_of(const naming::PersonMention& mention) {
	return model::dump(Json{{"name", mention.name},
	                        {"rank", optional_json(mention.rank)},
	                        {"title", optional_json(mention.title)},
	                        {"country", optional_json(mention.country)},
	                        {"bodies", mention.bodies}});
}

naming::PersonMention mention_of_form(std::string_view form) {
	const auto in = nlohmann::json::parse(form);
	return {.name = in.at("name"),
	        .rank = optional_text(in, "rank"),
	        .title = optional_text(in, "title"),
	        .country = optional_text(in, "country"),
	        .bodies = in.at("bodies"),
	        .first = std::nullopt,
	        .last = std::nullopt};
}

}  // namespace bienban::registry
