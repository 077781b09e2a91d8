#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "conversion/wire.hpp"

// What a converter answers: any bytes, taken or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	using namespace bienban;
	std::string_view left{reinterpret_cast<const char*>(data), size};
	conversion::Receiver receiver{[&](char* to, std::size_t most) -> base::Result<std::size_t> {
		                              const std::size_t count = std::min(most, left.size());
		                              std::memcpy(to, left.data(), count);
		                              left.remove_prefix(count);
		                              return count;
	                              },
	                              {.all_bytes = 1U << 20, .part_bytes = 1U << 19, .parts = 1000}};
	for (;;) {
		const auto given = receiver.next();
		if (!given || !*given) return 0;
	}
}
