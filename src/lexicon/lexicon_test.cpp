#include "lexicon/lexicon.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/embedded.hpp"
#include "lexicon/builder.hpp"
#include "lexicon/load.hpp"

using namespace bienban;
using lexicon::EntryClass;

namespace {

std::vector<lexicon::Table> tables() {
	std::vector<lexicon::Table> all;
	for (const auto& file : base::embedded_lexicon())
		all.push_back({std::string(file.name), std::string(file.content)});
	return all;
}

std::vector<base::Error> faults_with(std::string_view file, std::string_view line) {
	auto all = tables();
	for (auto& table : all) {
		if (table.file == file) table.content += std::string(line) + "\n";
	}
	std::vector<base::Error> faults;
	lexicon::build(all, faults);
	return faults;
}

const lexicon::Lexicon& words() {
	static const auto loaded = lexicon::load();
	REQUIRE(loaded.has_value());
	return **loaded;
}

/// The words of the first entry of a class in a text, empty where there is none.
std::string first(std::string_view text, EntryClass cls) {
	std::vector<text::Token> tokens;
	text::tokenize(text, {base::ByteOffset{0}, base::ByteOffset{text.size()}}, words().vocabulary(), tokens);
	std::vector<lexicon::Match> matches;
	words().match(tokens, matches);
	for (const auto& m : matches) {
		if (m.cls == cls)
			return std::string(text.substr(tokens[m.begin].begin, tokens[m.end - 1].end - tokens[m.begin].begin));
	}
	return {};
}

}  // namespace

TEST_CASE("the tables of the project are sound") { CHECK(lexicon::check().empty()); }

TEST_CASE("one province is found under every spelling, with hyphens, spaces and either case") {
	CHECK(first("tỉnh Luông-pha-băng", EntryClass::province) == "Luông-pha-băng");
	CHECK(first("TỈNH THANH HOÁ", EntryClass::province) == "THANH HOÁ");
	CHECK(first("sông núi hòa bình", EntryClass::province).empty());
	CHECK(words().province_by_sound("Xả La Van") == words().place_of("LA-SL"));
	CHECK_FALSE(words().province_by_sound("Thái Nguyên").has_value());
}

TEST_CASE("a place is found by its code, and by nothing like it") {
	for (const auto& place : words().places()) {
		const auto found = words().place_of(place.code);
		CAPTURE(place.code);
		REQUIRE(found.has_value());
		CHECK(words().place(*found).code == place.code);
	}
	for (const auto* code : {"", "V", "VN-0", "VN-055", "VN-05 and more", "XX-99"}) CHECK_FALSE(words().place_of(code));
}

TEST_CASE("the longest entry of a class wins, and a comma parts bodies but not phrases") {
	CHECK(first("Đồn Biên phòng cửa khẩu quốc tế Nậm Cắn", EntryClass::body) == "Đồn Biên phòng cửa khẩu quốc tế");
	CHECK(first("công tác phòng, chống tội phạm", EntryClass::theme) == "phòng, chống tội phạm");
	CHECK(first("Bí thư, Tỉnh trưởng tỉnh Hủa Phăn", EntryClass::post) == "Bí thư");
}

TEST_CASE("a faulty row is named by file, line and fault") {
	const auto unknown = faults_with("themes.tsv", "no-such-theme\tchuyện lạ\tchuyện lạ");
	REQUIRE(unknown.size() == 1);
	CHECK(unknown[0].message == "lexicon-value");
	CHECK(unknown[0].file == "themes.tsv");
	CHECK(unknown[0].line > 10);
	CHECK(faults_with("ranks.tsv", "Đại tá hải quân").front().message == "lexicon-columns");
	CHECK(faults_with("ranks.tsv", "Nguyên soái\tsoái ca").front().message == "lexicon-example");
	CHECK(faults_with("ranks.tsv", "Nguyên soái\t").front().message == "lexicon-no-example");
	CHECK(faults_with("themes.tsv", "tourism\tma túy\tma túy").front().message == "lexicon-twice");
	CHECK(faults_with("themes.tsv", "tourism\tphố cổ|hang đá|phố cổ\tphố cổ").front().message == "lexicon-repeat");
}
