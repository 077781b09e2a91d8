#include "naming/parties.hpp"

#include <doctest/doctest.h>

#include "base/messages.hpp"

namespace bienban::naming {
namespace {

std::string verdict(std::string_view a, std::string_view b) {
	const auto there = compare_parties(a, b);
	const auto back = compare_parties(b, a);
	CHECK(there.score == back.score);
	CHECK(there.reason == back.reason);
	CHECK(base::Messages::of(base::Lang::en).has(there.reason));
	CHECK(base::Messages::of(base::Lang::vi).has(there.reason));
	// What can be one must meet in one block.
	if (there.verdict != Verdict::different) CHECK(party_block(a) == party_block(b));
	return there.verdict == Verdict::same ? "same" : there.verdict == Verdict::unsure ? "unsure" : "different";
}

}  // namespace

TEST_CASE("two spellings of a Lao district are one") {
	CHECK(verdict("LA-HO/district/xiềng khọ", "LA-HO/district/xieng kho") == "same");
	CHECK(verdict("LA-HO/district/sốp bâu", "LA-HO/district/sop bau") == "same");
	CHECK(verdict("LA-SV/district/sê pôn", "LA-SV/district/xê pôn") == "same");
	CHECK(verdict("LA-XI/district/noọng hét", "LA-XI/district/nonghet") == "same");
	CHECK(verdict("LA-HO/district/mường ét", "LA-HO/district/ét") == "same");
	CHECK(verdict("LA-XE/district/kà lừm", "LA-XE/district/kaleum") == "same");
	CHECK(verdict("LA-XE/village/kà lừm", "LA-XE/village/kaleum") == "unsure");
	CHECK(verdict("LA-HO/district/xiềng khọ", "LA-HO/district/sầm tớ") == "different");
	CHECK(verdict("LA-HO/district/xiềng khọ", "LA-LP/district/xieng kho") == "different");
}

TEST_CASE("in Vietnam marks may part two villages") {
	CHECK(verdict("VN-05/border-post/chiềng tương", "VN-05/border-post/chieng tuong") == "same");
	CHECK(verdict("VN-21/border-post/na mèo", "VN-21/border-post/cửa khẩu quốc tế na mèo") == "same");
	CHECK(verdict("VN-05/village/nà cài", "VN-05/village/na cai") == "same");
	CHECK(verdict("VN-05/village/nà cài", "VN-05/village/ná cai") == "unsure");
	CHECK(verdict("VN-05/village/hoà bình", "VN-05/village/hòa bình") == "same");
	CHECK(verdict("VN-05/border-post/chiềng tương", "VN-05/border-post/chiềng sơn") == "different");
}

TEST_CASE("numbers tell bodies apart") {
	CHECK(verdict("LA-HO/border-company/213", "LA-HO/border-company/214") == "different");
	CHECK(verdict("LA-HO/border-company/213", "LA-HO/border-company/số 213") == "same");
	CHECK(verdict("LA/military-unit/sư đoàn 2", "LA/military-unit/sư đoàn 4") == "different");
	CHECK(verdict("VN-25/village/ka túp 2", "VN-25/village/ka túp") == "different");
	CHECK(party_block("LA-HO/border-company/213") != party_block("LA-HO/border-company/214"));
	CHECK(verdict("LA-HO/border-company/213", "LA-HO/border-company") == "different");
}

TEST_CASE("agencies are told by their words") {
	CHECK(verdict("VN-05/agency/sở gd&đt", "VN-05/agency/sở giáo dục và đào tạo") == "same");
	CHECK(verdict("VN-05/agency/sở giáo dục - đào tạo", "VN-05/agency/sở giáo dục và đào tạo") == "same");
	CHECK(verdict("VN-05/agency/sở giáo dục", "VN-05/agency/sở giáo dục và đào tạo") == "unsure");
	CHECK(verdict("VN-05/agency/sở y tế", "VN-05/agency/sở nội vụ") == "different");
	CHECK(verdict("VN-05/agency/sở ngoại vụ", "VN-05/agency/sở ngoại giao") == "different");
	CHECK(verdict("VN/company/cao su sơn la", "VN/company/cao su sơn la") == "same");
	CHECK(verdict("VN/military-unit/đoàn kt-qp 326", "VN/military-unit/đoàn kinh tế - quốc phòng 326") == "same");
}

TEST_CASE("a name that holds the other or sounds nearly like it is for a person to decide") {
	CHECK(verdict("LA-SL/district/ta ôi nọng", "LA-SL/district/ta ôi") == "unsure");
	CHECK(verdict("LA-SV/district/xay chăm phon", "LA-SV/district/xay chăn phon") == "unsure");
}

TEST_CASE("other places, other kinds and odd ids are different") {
	CHECK(verdict("VN-05/police", "VN-05/border-guard") == "different");
	CHECK(verdict("VN-05/police", "LA-HO/police") == "different");
	CHECK(verdict("", "VN-05/police") == "different");
	CHECK(verdict("VN-05/village/-", "VN-05/village/bản") == "different");
	CHECK(verdict("VN-05/police", "VN-05/police") == "same");
}

}  // namespace bienban::naming
