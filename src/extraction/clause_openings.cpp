#include "extraction/clause_openings.hpp"

#include <array>

#include "base/one_of.hpp"

namespace bienban::extraction {

using base::one_of;

bool opens_account(const Annotated& a, std::uint32_t token) {
	if (token + 1 >= a.tokens.size()) return false;
	const auto word = a.word(token);
	const auto next = a.word(token + 1);
	return (word == "Báo" && next == "cáo") || (word == "Theo" && (next == "báo" || next == "thống" || next == "đánh"));
}

bool opens_on_occasion(const Annotated& a, std::uint32_t token) {
	const auto word = a.word(token);
	if (word == "Dịp") return true;
	if (token + 2 >= a.tokens.size()) return false;
	const auto next = a.word(token + 1);
	// "Chia tay, …", "Trước khi chia tay, …", "Trước lúc lên đường, …".
	return (word == "Nhân" && next == "dịp") || (word == "Chia" && next == "tay") ||
	       (word == "Trước" && (next == "khi" || next == "lúc") &&
	        (a.word(token + 2) == "chia" || a.word(token + 2) == "lên" || a.word(token + 2) == "về"));
}

bool opens_detail(const Annotated& a, std::uint32_t token) {
	static constexpr std::array<std::string_view, 4> k_words = {"Theo", "Cụ", "Trong", "Nhờ"};
	return one_of(a.word(token), k_words) && token + 1 < a.tokens.size() &&
	       (a.word(token + 1) == "đó" || a.word(token + 1) == "thể");
}

bool opens_with_connective(const Annotated& a, std::uint32_t token) {
	static constexpr std::array<std::string_view, 18> k_words = {"Đồng",  "Bên",   "Cùng", "Ngoài", "Trong", "Đặc",
	                                                             "Nhờ",   "Không", "Hai",  "Song",  "Về",    "Cụ",
	                                                             "Riêng", "Mặt",   "Thêm", "Bà",    "Tiếp",  "Theo"};
	return one_of(a.word(token), k_words);
}

}  // namespace bienban::extraction
