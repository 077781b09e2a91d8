#include <algorithm>
#include <array>
#include <charconv>

#include "facts/claim.hpp"
#include "facts/goods.hpp"
#include "model/fields.hpp"
#include "model/names.hpp"
#include "text/letters.hpp"

/// The signature: the type, then `name=value` for each field that has a value, with tabs between; lists with a line
/// end after each entry. In files of a database it is what is looked up and kept most, so it is shorter than JSON.
namespace bienban::facts {

namespace {

constexpr char k_field = '\t';
constexpr char k_entry = '\n';
constexpr char k_escape = '\\';

void put(std::string& out, std::string_view text) {
	for (const char c : text) {
		if (c == k_escape) {
			out += "\\\\";
		} else if (c == k_field) {
			out += "\\t";
		} else if (c == k_entry) {
			out += "\\n";
		} else {
			out += c;
		}
	}
}

std::string taken(std::string_view text) {
	std::string out;
	for (std::size_t i = 0; i < text.size(); ++i) {
		if (text[i] != k_escape || i + 1 == text.size()) {
			out += text[i];
			continue;
		}
		++i;
		out += text[i] == 't' ? k_field : text[i] == 'n' ? k_entry : text[i];
	}
	return out;
}

std::string number_text(double value) {
	std::array<char, 32> buffer{};
	const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
	return {buffer.data(), result.ptr};
}

double number_of(std::string_view text) {
	double value = 0;
	std::from_chars(text.data(), text.data() + text.size(), value);
	return value;
}

// Writing. An empty text stands for "no value" of a field.
std::string text_of(const std::string& value) { return value; }
std::string text_of(double value) { return number_text(value); }
std::string text_of(int value) { return std::to_string(value); }
std::string text_of(const model::Money& money) { return number_text(money.value) + " " + money.unit; }
template <typename E>
requires std::is_enum_v<E> std::string text_of(E value) { return std::string{model::name_of(value)}; }

template <typename T>
void write(std::string& out, const char* name, const T& value) {
	out += k_field;
	out += name;
	out += '=';
	put(out, text_of(value));
}
template <typename T>
void write(std::string& out, const char* name, const std::optional<T>& value) {
	if (value) write(out, name, *value);
}
template <typename T>
void write(std::string& out, const char* name, const std::vector<T>& values) {
	if (values.empty()) return;
	std::vector<std::string> texts;
	texts.reserve(values.size());
	for (const T& value : values) texts.push_back(text_of(value));
	std::ranges::sort(texts);
	texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
	out += k_field;
	out += name;
	out += '=';
	for (const std::string& text : texts) {
		put(out, text);
		out += k_entry;
	}
}

// Reading back.
void read(std::string_view text, std::string& to) { to = taken(text); }
void read(std::string_view text, double& to) { to = number_of(text); }
void read(std::string_view text, int& to) { to = static_cast<int>(number_of(text)); }
void read(std::string_view text, model::Money& to) {
	const auto space = text.find(' ');
	to.value = number_of(text.substr(0, space));
	to.unit = space == std::string_view::npos ? std::string{} : taken(text.substr(space + 1));
}
template <typename E>
requires std::is_enum_v<E>
void read(std::string_view text, E& to) { to = model::value_of<E>(text).value_or(to); }
template <typename T>
void read(std::string_view text, std::optional<T>& to) {
	read(text, to.emplace());
}
template <typename T>
void read(std::string_view text, std::vector<T>& to) {
	while (!text.empty()) {
		const auto end = text.find(k_entry);
		read(text.substr(0, end), to.emplace_back());
		text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
	}
}

template <std::size_t I = 0>
void emplace(model::Record& record, std::string_view type) {
	if constexpr (I < model::k_record_types.size()) {
		if (model::k_record_types[I] != type) return emplace<I + 1>(record, type);
		record.value.template emplace<I>();
	}
}

/// The unit of figures as it stands inside a sentence: "Lần" at the head of a table is "lần"; "lớp tiếng Việt" and
/// "USD" stay.
void as_in_a_sentence(model::Record& record) {
	auto* result = std::get_if<model::Result>(&record.value);
	if (result == nullptr || is_currency(result->unit)) return;
	result->unit = text::all_capitals(result->unit) ? text::lower(result->unit) : text::without_capital(result->unit);
}

}  // namespace

std::string signature_of(const Claim& claim) {
	model::Record record = claim.record;
	as_in_a_sentence(record);
	std::string out{model::type_of(record)};
	write(out, "pairs", claim.pairs);
	write(out, "occasion", claim.occasion);
	std::visit(
	    [&](const auto& fields) {
		    model::for_each_field(
		        fields, [&](const char* name, const auto& value, model::WhereAbsent = model::WhereAbsent::null) {
			        write(out, name, value);
		        });
	    },
	    record.value);
	return out;
}

Claim claim_of(std::string_view signature) {
	Claim claim;
	auto end = signature.find(k_field);
	emplace(claim.record, signature.substr(0, end));
	while (end != std::string_view::npos) {
		signature.remove_prefix(end + 1);
		end = signature.find(k_field);
		const auto field = signature.substr(0, end);
		const auto equals = field.find('=');
		if (equals == std::string_view::npos) continue;
		const auto name = field.substr(0, equals);
		const auto text = field.substr(equals + 1);
		if (name == "pairs") {
			read(text, claim.pairs);
		} else if (name == "occasion") {
			read(text, claim.occasion);
		} else {
			std::visit(
			    [&](auto& fields) {
				    model::for_each_field(
				        fields, [&](const char* known, auto& value, model::WhereAbsent = model::WhereAbsent::null) {
					        if (name == known) read(text, value);
				        });
			    },
			    claim.record.value);
		}
	}
	return claim;
}

}  // namespace bienban::facts
