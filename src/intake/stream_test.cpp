#include "intake/stream.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <thread>
#include <vector>

using bienban::intake::DocumentStream;

namespace {

/// The documents of a stream that comes in pieces of `step` bytes; "<too large>" for those refused.
std::vector<std::string> documents(const std::string& bytes, std::size_t limit = 1000, std::size_t step = 1 << 20) {
	std::array<int, 2> ends{};
	REQUIRE(pipe(ends.data()) == 0);
	std::thread writer{[&] {
		for (std::size_t at = 0; at < bytes.size(); at += step) {
			const std::size_t size = std::min(step, bytes.size() - at);
			if (write(ends[1], bytes.data() + at, size) != static_cast<ssize_t>(size)) break;
		}
		close(ends[1]);
	}};
	const std::atomic<bool> stop = false;
	DocumentStream stream{ends[0], limit, stop};
	std::vector<std::string> found;
	while (auto piece = stream.next()) found.push_back(piece->too_large ? "<too large>" : piece->bytes);
	writer.join();
	close(ends[0]);
	return found;
}

using Documents = std::vector<std::string>;

}  // namespace

TEST_CASE("a stream without a separator is one document") {
	CHECK(documents("one\ntwo\n") == Documents{"one\ntwo\n"});
	CHECK(documents("") == Documents{""});
}

TEST_CASE("a line that holds only a form feed separates documents") {
	CHECK(documents("one\n\f\ntwo\n\f\r\nthree") == Documents{"one\n", "two\n", "three"});
	CHECK(documents("one\n\f\n") == Documents{"one\n"});
	CHECK(documents("one\n\f") == Documents{"one\n"});
	CHECK(documents("\f\none") == Documents{"", "one"});
}

TEST_CASE("a form feed within a line separates nothing") {
	CHECK(documents("one\f\ntwo\n\fthree\n") == Documents{"one\f\ntwo\n\fthree\n"});
}

TEST_CASE("it does not matter in which pieces a stream comes") {
	const std::string bytes = "one\n\f\r\ntwo\f\n\f\n\n\fx\n\f\nthree\n\f";
	const Documents whole = documents(bytes);
	for (std::size_t step = 1; step < 8; ++step) CHECK(documents(bytes, 1000, step) == whole);
}

TEST_CASE("a document beyond the limit is passed over and the next one is read") {
	CHECK(documents("0123456789\n\f\nshort\n\f\n0123456789ab", 10) ==
	      Documents{"<too large>", "short\n", "<too large>"});
	CHECK(documents("0123456789", 10) == Documents{"0123456789"});
	CHECK(documents(std::string(900000, 'a') + "\n\f\nb", 1000) == Documents{"<too large>", "b"});
}
