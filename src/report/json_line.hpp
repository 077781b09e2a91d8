#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/names.hpp"
#include "model/record.hpp"

namespace bienban::report {

/// One line of JSON, written from left to right: what it says is not built as a tree first. The same bytes as
/// model::dump() gives.
class JsonLine {
public:
	void open(char bracket) {
		part();
		m_out += bracket;
	}
	void close(char bracket) { m_out += bracket; }
	/// The key of the next value; `name` is plain ASCII.
	void key(std::string_view name);

	void null();
	void put(std::string_view value);
	/// As model::number_json(): an integer where it is integral.
	void put(double value);
	template <std::integral N>
	void put(N value) {
		integer(static_cast<std::int64_t>(value));
	}
	void put(const model::Money& money);
	void put(const std::string& value) { put(std::string_view(value)); }
	template <typename E>
	requires std::is_enum_v<E>
	void put(E value) { put(std::string_view(model::name_of(value))); }
	template <typename T>
	void put(const std::optional<T>& value) {
		if (value) {
			put(*value);
		} else {
			null();
		}
	}
	template <typename T>
	void put(const std::vector<T>& values) {
		open('[');
		for (const T& value : values) put(value);
		close(']');
	}
	template <typename T>
	void put(std::string_view name, const T& value) {
		key(name);
		put(value);
	}

	/// The line with its end.
	std::string end() &&;

private:
	/// A comma before what is not the first.
	void part();
	void integer(std::int64_t value);

	std::string m_out;
};

}  // namespace bienban::report
