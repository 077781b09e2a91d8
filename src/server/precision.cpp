#include "server/precision.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/embedded.hpp"
#include "model/names.hpp"

namespace bienban::server {

namespace {

/// Of fewer nothing can be said.
constexpr std::int64_t k_enough = 50;

struct Table {
	std::vector<Measured> rows;
	std::int64_t documents = 0;
};

std::int64_t number_of(std::string_view cell) {
	std::int64_t number = 0;
	std::from_chars(cell.data(), cell.data() + cell.size(), number);
	return number;
}

const Table& table() {
	static const Table read = [] {
		Table made;
		for (const std::string_view type : model::k_record_types) made.rows.push_back({.type = type});
		std::string_view rest;
		for (const base::EmbeddedFile& file : base::embedded_server()) {
			if (file.name == "precision.tsv") rest = file.content;
		}
		while (!rest.empty()) {
			const auto end = std::min(rest.find('\n'), rest.size());
			const std::string_view line = rest.substr(0, end);
			rest.remove_prefix(std::min(end + 1, rest.size()));
			const auto first = line.find('\t');
			const auto second = line.find('\t', first + 1);
			if (line.starts_with('#') || first == std::string_view::npos || second == std::string_view::npos) continue;
			const std::string_view type = line.substr(0, first);
			const std::int64_t found = number_of(line.substr(first + 1, second - first - 1));
			if (type == "documents") made.documents = found;
			const auto row = std::ranges::find(made.rows, type, &Measured::type);
			if (row == made.rows.end()) continue;
			row->found = found;
			row->right = number_of(line.substr(second + 1));
		}
		return made;
	}();
	return read;
}

}  // namespace

std::span<const Measured> measured_precision() { return table().rows; }

bool may_be_confirmed_in_bulk(std::string_view type) {
	const auto row = std::ranges::find(table().rows, type, &Measured::type);
	return row != table().rows.end() && row->found >= k_enough;
}

std::int64_t measured_documents() { return table().documents; }

}  // namespace bienban::server
