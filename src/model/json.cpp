#include "model/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "model/fields.hpp"
#include "model/names.hpp"

namespace bienban::model {

namespace {

using Json = nlohmann::ordered_json;

// One overload for each kind of value a field can have; all declared before the templates that call them.
Json value_json(const std::string& value) { return value; }
Json value_json(double value) { return number_json(value); }
Json value_json(int value) { return value; }
Json value_json(const Money& money) { return {{"value", number_json(money.value)}, {"unit", money.unit}}; }
template <typename E>
requires std::is_enum_v<E> Json value_json(E value) { return name_of(value); }
template <typename T>
Json value_json(const std::optional<T>& value) {
	return value ? value_json(*value) : Json(nullptr);
}
template <typename T>
Json value_json(const std::vector<T>& values) {
	Json list = Json::array();
	for (const T& value : values) list.push_back(value_json(value));
	return list;
}

struct Bad {};  // thrown and caught in this file only: a value is not of its field's kind

void read(const Json& from, std::string& to) { to = from.get<std::string>(); }
void read(const Json& from, double& to) { to = from.get<double>(); }
void read(const Json& from, int& to) { to = from.get<int>(); }
void read(const Json& from, Money& to) {
	to.value = from.at("value").get<double>();
	to.unit = from.at("unit").get<std::string>();
}
template <typename E>
requires std::is_enum_v<E>
void read(const Json& from, E& to) {
	const auto value = value_of<E>(from.get<std::string>());
	if (!value) throw Bad{};
	to = *value;
}
template <typename T>
void read(const Json& from, std::optional<T>& to) {
	if (from.is_null()) {
		to.reset();
	} else {
		read(from, to.emplace());
	}
}
template <typename T>
void read(const Json& from, std::vector<T>& to) {
	to.clear();
	for (const Json& item : from) read(item, to.emplace_back());
}

/// Makes the variant's alternative with the given index; false where there is none.
template <std::size_t I = 0>
bool emplace(Record& record, std::size_t index) {
	if constexpr (I < std::variant_size_v<decltype(Record::value)>) {
		if (I != index) return emplace<I + 1>(record, index);
		record.value.template emplace<I>();
		return true;
	} else {
		return false;
	}
}

/// The place of a type in the variant, behind the last where there is none.
std::size_t type_index(std::string_view type) {
	std::size_t index = 0;
	while (index < k_record_types.size() && k_record_types[index] != type) ++index;
	return index;
}

}  // namespace

Json number_json(double value) {
	// Beyond 2^53 a double is no longer exact; a figure of that size in a document is noise, but must not be undefined.
	if (std::nearbyint(value) == value && std::abs(value) < 9007199254740992.0) return static_cast<std::int64_t>(value);
	return value;
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const Record& record) {
	Json out;
	out["type"] = type_of(record);
	std::visit(
	    [&](const auto& fields) {
		    for_each_field(fields, [&](const char* name, const auto& value, WhereAbsent absent = WhereAbsent::null) {
			    Json json = value_json(value);
			    if (absent == WhereAbsent::null || !json.is_null()) out[name] = std::move(json);
		    });
	    },
	    record.value);
	return out;
}

base::Result<Record> record_from_json(std::string_view text) {
	try {
		const Json json = Json::parse(text);
		const auto type = json.at("type").get<std::string>();
		Record record;
		if (!emplace(record, type_index(type))) return base::fail("record-json", {type});
		std::visit(
		    [&](auto& fields) {
			    for_each_field(fields, [&](const char* name, auto& value, WhereAbsent = WhereAbsent::null) {
				    if (const auto found = json.find(name); found != json.end()) read(*found, value);
			    });
		    },
		    record.value);
		return record;
	} catch (const Json::exception&) {
		return base::fail("record-json", {std::string{text.substr(0, 80)}});
	} catch (const Bad&) {
		return base::fail("record-json", {std::string{text.substr(0, 80)}});
	}
}

std::vector<std::string_view> field_names(std::string_view type) {
	std::vector<std::string_view> names;
	Record record;
	if (!emplace(record, type_index(type))) return names;
	std::visit(
	    [&](const auto& fields) {
		    for_each_field(fields, [&](const char* name, const auto&, WhereAbsent = WhereAbsent::null) {
			    names.emplace_back(name);
		    });
	    },
	    record.value);
	return names;
}

}  // namespace bienban::model
