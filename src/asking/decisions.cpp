#include "asking/decisions.hpp"

#include "asking/words.hpp"
#include "lexicon/place_names.hpp"
#include "model/fields.hpp"

namespace bienban::asking {

namespace {

/// Places that no table knows would make facts that no question finds.
base::Result<void> check_places(const model::Record& record) {
	base::Result<void> good;
	const auto check = [&](std::string_view place) {
		if (good && lexicon::place_name(place, base::Lang::vi).empty()) {
			good = base::fail("cli-place", {std::string{place}});
		}
	};
	model::for_each_side(record, [&](const std::vector<model::Party>& parties) {
		for (const model::Party& party : parties) check(model::place_of(party));
	});
	std::visit(
	    [&](const auto& fields) {
		    if constexpr (requires { fields.place; }) {
			    if (fields.place) check(*fields.place);
		    }
	    },
	    record.value);
	return good;
}

}  // namespace

base::Result<model::Record> checked_record(std::string_view type, const std::vector<model::PlainField>& fields) {
	auto record = model::record_of(type, fields);
	if (!record) return record;
	if (const auto good = check_places(*record); !good) return tl::unexpected(good.error());
	return record;
}

base::Result<registry::Correct> correction(registry::Register& opened, registry::RecordId fact,
                                           const model::PlainField& field) {
	const auto view = opened.fact(fact, 1);
	if (!view) return base::fail("register-no-such", {registry::write_id(registry::IdKind::fact, fact)});
	if (const auto good = checked_record(view->fact.type, {field}); !good) return tl::unexpected(good.error());
	auto json = model::field_json(view->fact.type, field);
	if (!json) return tl::unexpected(json.error());
	return registry::Correct{.fact = view->fact.id, .field = field.name, .value = std::move(*json)};
}

base::Result<std::string> person_or_party(const std::string& word) {
	if (word.find('/') != std::string::npos) return party_of(word);
	const auto id = registry::parse_id(word);
	if (!id || id->kind != registry::IdKind::person) return base::fail("cli-person-or-party", {word});
	return registry::write_id(registry::IdKind::person, id->number);
}

}  // namespace bienban::asking
