#include "text/language.hpp"

#include <doctest/doctest.h>

using bienban::model::Language;
using bienban::text::language_of;
using bienban::text::may_be_vietnamese;

TEST_CASE("a stretch of text is of the language that its letters and syllables are of") {
	CHECK(language_of("Hai bên thống nhất tiếp tục tuần tra song phương trên đoạn biên giới.") == Language::vietnamese);
	CHECK(language_of("ສອງຝ່າຍເປັນເອກະພາບກັນ ສືບຕໍ່ການລາດຕະເວນຮ່ວມ 12 ຄັ້ງ ໃນປີ 2024") == Language::lao);
	CHECK(language_of("The two sides agreed to continue the joint patrols along the border in 2024.") ==
	      Language::english);
	CHECK(language_of("Стороны договорились продолжать совместное патрулирование границы.") == Language::other);
}

TEST_CASE("Vietnamese without its marks, with foreign names, or of few words is Vietnamese") {
	CHECK(language_of("Hai ben thong nhat tiep tuc tuan tra song phuong tren doan bien gioi") == Language::vietnamese);
	CHECK(
	    language_of("Đoàn của tỉnh Hủa Phăn do ông Phonsouk Inthavong, Bounmy Keomany và Khamphet Sisavath dẫn đầu") ==
	    Language::vietnamese);
	CHECK(language_of("ASEAN 2020") == Language::vietnamese);
	CHECK(language_of("Luang Prabang, Houaphanh") == Language::vietnamese);
	CHECK(language_of("") == Language::vietnamese);
	CHECK(language_of("12/2020 - 1.056") == Language::vietnamese);
}

TEST_CASE("a syllable may be Vietnamese by the order of its letters") {
	for (const char* good : {"nghiêng", "ban", "quyết", "giữa", "gì", "đoàn", "khuya", "y", "hoạch"})
		CHECK(may_be_vietnamese(good));
	for (const char* bad : {"those", "and", "agreed", "border", "sides", "with", "strength"})
		CHECK_FALSE(may_be_vietnamese(bad));
}
