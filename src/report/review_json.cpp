#include <nlohmann/json.hpp>

#include <cmath>

#include "model/json.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/review_report.hpp"

namespace bienban::report {

namespace {

using Json = nlohmann::ordered_json;

Json optional_json(const std::optional<std::string>& value) { return value ? Json(*value) : Json(nullptr); }

Json item_json(const review::Item& item, base::Lang lang) {
	Json tellings = Json::array();
	for (const review::Telling& telling : item.tellings) {
		tellings.push_back(
		    {{"document", telling.document},
		     {"certainty", model::number_json(std::round(telling.certainty * 100) / 100)},
		     {"evidence", {{"start", telling.begin.value}, {"end", telling.end.value}, {"quote", telling.quote}}}});
	}
	return {{"fact", registry::write_id(registry::IdKind::fact, item.fact)},
	        {"date", optional_json(item.date)},
	        {"dated_by", item.dated == review::Dated::not_at_all
	                         ? Json(nullptr)
	                         : Json(review::k_dated_names[static_cast<std::size_t>(item.dated)])},
	        {"summary", describe(item.record, lang)},
	        {"record", model::to_json(item.record)},
	        {"status", model::name_of(item.status)},
	        {"conflicts", item.conflicts},
	        {"records", item.records},
	        {"tellings", tellings}};
}

}  // namespace

std::string review_json(const review::Review& review, base::Lang lang) {
	Json json;
	json["between"] = Json::array();
	const auto place = [&](const std::string& code, const std::vector<std::string>& followed) {
		json["between"].push_back({{"code", code}, {"name", place_words(code, lang)}, {"with_past_of", followed}});
	};
	place(review.question.a, review.question.followed_by_a);
	place(review.question.b, review.question.followed_by_b);
	json["from"] = optional_json(review.question.from);
	json["to"] = optional_json(review.question.to);
	json["documents"] = Json::array();
	for (const review::Source& source : review.documents) {
		json["documents"].push_back({{"id", registry::write_id(registry::IdKind::document, source.id)},
		                             {"source", source.path},
		                             {"title", source.title.empty() ? Json(nullptr) : Json(source.title)},
		                             {"published", optional_json(source.published)}});
	}
	for (std::size_t i = 0; i < review.sections.size(); ++i) {
		Json& section = json[review::k_section_names[i]] = Json::array();
		for (const review::Item& item : review.sections[i]) section.push_back(item_json(item, lang));
	}
	return json.dump(1, '\t', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace bienban::report
