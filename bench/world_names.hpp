#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "world_random.hpp"

namespace bienban::bench {

/// A province as papers write it.
struct Province {
	std::string_view code;                     ///< ISO 3166-2
	std::span<const std::string_view> names;   ///< spellings, the commonest first
	std::string_view seat;                     ///< "thành phố Vinh"; empty where papers name the province alone
	std::span<const std::string_view> border;  ///< districts on the border, without "huyện"
};

/// Two provinces on both sides of the border.
struct ProvincePair {
	Province vietnamese;
	Province lao;
	int first_marker;          ///< of the stretch of border they share, roughly
	bool first_of_lao = true;  ///< no pair before this one has the same Lao province
};

/// The pairs of the world; every world begins with the first of them.
std::span<const ProvincePair> province_pairs();

/// The kinds of bodies that work together. What comes after `youth` has several bodies in one province.
enum class Bodies : std::uint8_t { border_guard, military, police, province, front, women, youth, district, post };

/// Two bodies that hold talks, sign papers and help each other, year after year.
struct Relation {
	std::size_t number;  ///< from 0
	const ProvincePair* pair;
	Bodies bodies;
	std::size_t own;  ///< which of the bodies of that kind, where there are several
};

/// The relation of this number in a world of so many pairs: low numbers are the provincial bodies of every pair, high
/// ones its districts and posts.
Relation relation_of(std::size_t number, std::size_t pairs);

/// One of the two bodies of a relation in the spelling of one paper.
struct Body {
	std::string full;     ///< at the first mention: "Đồn Biên phòng Nậm Pha (BĐBP tỉnh Sơn La)"
	std::string brief;    ///< afterwards: "Đồn Biên phòng Nậm Pha"
	std::string of_post;  ///< behind a post: "Chỉ huy trưởng {of_post}"
	std::string party;    ///< as the record model writes it
};

/// How a paper writes.
struct Spelling {
	std::size_t vietnamese_name;  ///< which of a province's names; taken modulo their number
	std::size_t lao_name;
	bool long_bodies;   ///< "Bộ đội Biên phòng" for "BĐBP"
	std::size_t names;  ///< how Lao names are written: hyphens, spaces, spaced dash, Latin
	bool country;       ///< "(Lào)" behind the Lao body at its first mention
};

Body vietnamese_body(const Relation& relation, const Spelling& spelling);
Body lao_body(const Relation& relation, const Spelling& spelling);

/// A village of the relation's pair, as party and as words with commune, district and province around it.
struct Village {
	std::string words;
	std::string party;
};
constexpr std::size_t k_villages = 4;  ///< so many on either side of a relation
Village vietnamese_village(const Relation& relation, std::size_t which, const Spelling& spelling);
Village lao_village(const Relation& relation, std::size_t which, const Spelling& spelling);

/// The number-th officer of a body: the deputy of one tenure is the head of the next.
struct Officer {
	std::string name;
	std::string_view rank;  ///< or a form of address
};
enum class Side : std::uint8_t { vietnamese, lao };
Officer officer(const Relation& relation, Side side, std::size_t number, const Spelling& spelling);

/// The post of a body's head, or of its deputy.
std::string_view post_of(Bodies bodies, Side side, bool deputy);

}  // namespace bienban::bench
