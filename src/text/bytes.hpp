#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Eight bytes of a text looked at in one step.
namespace bienban::text {

/// Eight bytes, the first in the lowest.
inline std::uint64_t load_bytes(const char* at) {
	static_assert(std::endian::native == std::endian::little);
	std::uint64_t bytes = 0;
	std::memcpy(&bytes, at, sizeof bytes);
	return bytes;
}

/// 0x80 for each of the eight bytes that is `byte`, 0 for the others.
constexpr std::uint64_t equal_bytes(std::uint64_t bytes, unsigned char byte) {
	constexpr std::uint64_t k_low = 0x7F7F7F7F7F7F7F7FULL;
	const auto differs = bytes ^ (0x0101010101010101ULL * byte);
	return ~(((differs & k_low) + k_low) | differs | k_low);
}

/// Adds up how many bytes of up to 255 words equal_bytes() told, lane by lane: counting the bits of each word would be
/// a call where the processor is not known to do it.
class ByteCount {
public:
	void add(std::uint64_t equal) { m_lanes += equal >> 7U; }
	std::size_t sum() const {
		constexpr std::uint64_t k_even = 0x00FF00FF00FF00FFULL;
		const auto pairs = (m_lanes & k_even) + ((m_lanes >> 8U) & k_even);
		return static_cast<std::size_t>((pairs * 0x0001000100010001ULL) >> 48U);
	}

private:
	std::uint64_t m_lanes = 0;  ///< a count in each byte
};

}  // namespace bienban::text
