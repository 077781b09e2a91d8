#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "server/http.hpp"

namespace bienban::server {

/// What one request, and all together, may take.
struct Limits {
	unsigned connections = 400;
	std::size_t header_bytes = 32U << 10;                   ///< of one connection
	std::size_t json_bytes = 1U << 20;                      ///< of one body
	std::uintmax_t file_bytes = 64U << 20;                  ///< of one uploaded file
	std::uintmax_t upload_bytes = std::uintmax_t{1} << 30;  ///< of all files of a request
	/// Of what is too large, so much more is taken and let go, so that who sends it hears why it is refused.
	std::uintmax_t let_go_bytes = std::uintmax_t{1} << 30;
	std::size_t files = 1000;          ///< of a request
	std::chrono::seconds idle{30};     ///< nothing comes or goes
	std::chrono::seconds request{20};  ///< until a whole request is there, or the next one begins
	std::chrono::seconds upload{900};  ///< the same with files
	unsigned workers = 4;
	unsigned slow_workers = 1;   ///< of these, that also take what takes long
	std::size_t waiting = 1000;  ///< requests that wait for a worker; more are refused
};

/// Whether a request may be read, told from its head alone.
struct Admission {
	Body body = Body::none;           ///< what it may carry
	std::optional<Response> refusal;  ///< given at once; the body is not read
};

/// What takes long must not keep all workers from the rest.
enum class Lane : std::uint8_t { quick, slow };

/// Speaks HTTP/1.1 on one address (libmicrohttpd): one thread reads and writes, so that a slow client holds up nobody;
/// workers make the answers.
class Daemon {
public:
	struct Doors {
		std::function<Admission(const Request& head)> admit;  ///< on the reading thread: must be quick
		/// On a worker, of which each has a number from 0 on. Nothing where it takes long and is asked on the quick
		/// lane: it is then asked again on the other one. May throw: the answer is then that of `failed`.
		std::function<std::optional<Response>(const Request&, std::size_t worker, Lane lane)> answer;
		std::function<Response(const Request&, const std::string& what)> failed;
		/// A request that is larger than its limit, or of which the form is none (400, 413, 503).
		std::function<Response(const Request&, int status)> refused;
		/// Called once, with the port that is listened at, before the first request.
		std::function<void(std::uint16_t port)> ready;
	};

	/// Listens at a numerical address; port 0 takes a free one. `uploads` is a folder for files that come in. Fails
	/// with "serve-cannot-listen".
	static base::Result<std::unique_ptr<Daemon>> listen(const std::string& address, std::uint16_t port,
	                                                    const Limits& limits, std::filesystem::path uploads,
	                                                    Doors doors);
	virtual ~Daemon() = default;
	Daemon(const Daemon&) = delete;
	Daemon& operator=(const Daemon&) = delete;

	virtual std::uint16_t port() const = 0;
	/// Lets a worker of the slow lane do something when nobody waits for it.
	virtual void later(std::function<void(std::size_t worker)> work) = 0;
	/// Takes no more requests, answers those at work, and ends.
	virtual void stop() = 0;

protected:
	Daemon() = default;
};

}  // namespace bienban::server
