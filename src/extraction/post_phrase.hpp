#pragma once

#include <cstdint>

#include "extraction/annotated.hpp"

namespace bienban::extraction {

/// Tokens [begin, end).
struct TokenRange {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	bool empty() const { return begin >= end; }
};

/// A post with its body, and the name that follows it without a comma: "Chủ tịch UBND tỉnh Quảng Ninh | Bùi Văn Khắng".
struct PostPhrase {
	TokenRange title;
	TokenRange name;       ///< empty where no name follows
	bool role = false;     ///< a role in the event, no title ("Trưởng đoàn")
	bool guessed = false;  ///< where the name begins is told by its shape alone
};

/// Whether a name may follow the post. Behind a name only clear ones count: the own name of a village or a school looks
/// like a person's ("ông A, Hiệu trưởng Trường THPT Nguyễn Du").
enum class Follows : std::uint8_t { title, name };

/// Does a post, or "nguyên" before one, begin at this token?
bool post_begins(const Annotated& a, std::uint32_t token);

/// Reads the post that begins at the token, at most up to `limit`.
PostPhrase read_post(const Annotated& a, std::uint32_t token, std::uint32_t limit, Follows follows);

}  // namespace bienban::extraction
