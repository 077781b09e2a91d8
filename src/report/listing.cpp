#include "report/listing.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "report/describe.hpp"
#include "report/grid.hpp"

namespace bienban::report {

namespace {

using base::Messages;
using Json = nlohmann::ordered_json;

/// A value as plain text: lists with "; " between, objects as JSON.
std::string plain_of(const Json& value) {
	if (value.is_null()) return "";
	if (value.is_string()) return value.get<std::string>();
	if (!value.is_array()) return model::dump(value);
	std::string all;
	for (const Json& part : value) all.append(all.empty() ? "" : "; ").append(plain_of(part));
	return all;
}

Json json_of(const Cell& cell) { return Json::parse(cell.json, nullptr, false); }

std::string plain_of(const Cell& cell) { return cell.plain ? *cell.plain : plain_of(json_of(cell)); }

std::string words_of(const Cell& cell, base::Lang lang) {
	if (cell.words) return *cell.words;
	const Json json = json_of(cell);
	return json.is_number_integer() ? number_words(json.get<double>(), lang) : plain_of(json);
}

bool shown(const Column& column, ListingFormat format) {
	switch (column.shown) {
		case Shown::everywhere: return true;
		case Shown::in_tables: return format == ListingFormat::table;
		case Shown::in_data: return format != ListingFormat::table;
		case Shown::in_csv: return format == ListingFormat::csv;
		case Shown::in_jsonl: return format == ListingFormat::jsonl;
	}
	return true;
}

std::string table_text(const Listing& listing, const Layout& layout) {
	Grid grid;
	auto& head = grid.rows.emplace_back();
	for (const Column& column : listing.columns) {
		if (!shown(column, ListingFormat::table)) continue;
		head.push_back(Messages::of(layout.lang).text("column-" + column.key));
		grid.breaks.push_back(column.breaks);
	}
	for (const auto& row : listing.rows) {
		auto& words = grid.rows.emplace_back();
		for (std::size_t i = 0; i < row.size(); ++i) {
			if (!shown(listing.columns[i], ListingFormat::table)) continue;
			words.push_back(harmless(words_of(row[i], layout.lang)));
		}
	}
	if (listing.rows.empty()) return page_line(listing, layout.lang);
	return grid_text(grid, true, 0, layout) + "\n" + page_line(listing, layout.lang);
}

std::string csv_text(const Listing& listing) {
	std::vector<std::string> cells;
	for (const Column& column : listing.columns) {
		if (shown(column, ListingFormat::csv)) cells.push_back(column.key);
	}
	std::string out = csv_line(cells);
	for (const auto& row : listing.rows) {
		cells.clear();
		for (std::size_t i = 0; i < row.size(); ++i) {
			if (shown(listing.columns[i], ListingFormat::csv)) cells.push_back(plain_of(row[i]));
		}
		out += csv_line(cells);
	}
	return out;
}

std::string jsonl_text(const Listing& listing) {
	std::string out;
	for (const auto& row : listing.rows) {
		Json object = Json::object();
		for (std::size_t i = 0; i < row.size(); ++i) {
			if (shown(listing.columns[i], ListingFormat::jsonl)) object[listing.columns[i].key] = json_of(row[i]);
		}
		out += model::dump(object) + "\n";
	}
	return out;
}

bool is_number(std::string_view text) {
	if (text.starts_with('+')) text.remove_prefix(1);
	double value = 0;
	const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
	return error == std::errc{} && stop == text.data() + text.size();
}

}  // namespace

Cell text_cell(std::string_view text) { return {.json = text.empty() ? "null" : model::dump(Json(std::string{text}))}; }

Cell number_cell(std::int64_t number) { return {.json = std::to_string(number)}; }

Cell decimal_cell(double number) { return {.json = model::dump(model::number_json(std::round(number * 100) / 100))}; }

Cell list_cell(const std::vector<std::string>& texts) { return {.json = model::dump(Json(texts))}; }

std::vector<std::vector<PlainCell>> plain_rows(const Listing& listing) {
	std::vector<std::vector<PlainCell>> rows(1);
	for (const Column& column : listing.columns) {
		if (shown(column, ListingFormat::csv)) rows.front().emplace_back(column.key);
	}
	for (const auto& row : listing.rows) {
		auto& cells = rows.emplace_back();
		for (std::size_t i = 0; i < row.size(); ++i) {
			if (!shown(listing.columns[i], ListingFormat::csv)) continue;
			const Json value = json_of(row[i]);
			if (value.is_number() && !row[i].plain) {
				cells.emplace_back(value.get<double>());
			} else {
				cells.emplace_back(plain_of(row[i]));
			}
		}
	}
	return rows;
}

std::string csv_line(const std::vector<std::string>& cells) {
	std::string line;
	for (std::size_t i = 0; i < cells.size(); ++i) {
		std::string cell = cells[i];
		const bool formula = !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell[0]) != std::string_view::npos;
		if (formula && !is_number(cell)) cell.insert(0, 1, '\'');
		if (i > 0) line.push_back(',');
		if (cell.find_first_of(",\"\r\n") == std::string::npos) {
			line.append(cell);
			continue;
		}
		line.push_back('"');
		for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
		line.push_back('"');
	}
	return line + "\r\n";
}

std::string page_line(const Listing& listing, base::Lang lang) {
	const Messages& m = Messages::of(lang);
	if (listing.total == 0 && listing.rows.empty()) return m.text("listing-empty") + "\n";
	const auto size = static_cast<std::int64_t>(std::max<std::size_t>(listing.page_size, 1));
	const auto pages = std::max<std::int64_t>((listing.total + size - 1) / size, 1);
	const auto number = [&](std::int64_t value) { return number_words(static_cast<double>(value), lang); };
	return m.text(listing.at_least ? "listing-page-at-least" : "listing-page",
	              {number(static_cast<std::int64_t>(listing.page)), number(pages), number(listing.total)}) +
	       "\n";
}

std::string listing_text(const Listing& listing, ListingFormat format, const Layout& layout) {
	switch (format) {
		case ListingFormat::table: return table_text(listing, layout);
		case ListingFormat::csv: return csv_text(listing);
		case ListingFormat::jsonl: return jsonl_text(listing);
	}
	return {};
}

}  // namespace bienban::report
