#include "server/daemon.hpp"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <exception>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace bienban::server {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// A form in the making: what the library calls back for needs to know where it is.
constexpr std::size_t k_form_buffer = 8U << 10;
/// How often connections are looked at that take too long.
constexpr std::chrono::seconds k_look_after{1};
/// Of workers for what takes long: a third of the share of the others, but not starved where the machine is busy.
constexpr int k_niceness = 5;

std::optional<Method> method_of(std::string_view name) {
	if (name == "GET" || name == "HEAD") return Method::get;
	if (name == "POST") return Method::post;
	if (name == "PUT") return Method::put;
	if (name == "PATCH") return Method::patch;
	if (name == "DELETE") return Method::remove;
	return std::nullopt;
}

std::string lower(std::string_view text) {
	std::string out{text};
	std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
	return out;
}

/// What stands behind the last slash or backslash, without signs that steer anything; "document" where nothing is left.
std::string file_name(std::string_view name) {
	const auto slash = name.find_last_of("/\\");
	if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
	std::string out;
	for (const char c : name) {
		if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out.push_back(c);
	}
	constexpr std::size_t k_longest = 200;
	if (out.size() > k_longest) {
		// The end says what it is.
		std::size_t from = out.size() - k_longest;
		while (from < out.size() && (static_cast<unsigned char>(out[from]) & 0xC0U) == 0x80) ++from;
		out.erase(0, from);
	}
	return out.empty() || out == "." || out == ".." ? "document" : out;
}

MHD_Result take_pair(void* closure, MHD_ValueKind /*kind*/, const char* key, const char* value) {
	auto& pairs = *static_cast<std::vector<std::pair<std::string, std::string>>*>(closure);
	pairs.emplace_back(key == nullptr ? "" : key, value == nullptr ? "" : value);
	return MHD_YES;
}

MHD_Result take_header(void* closure, MHD_ValueKind /*kind*/, const char* key, const char* value) {
	auto& pairs = *static_cast<std::vector<std::pair<std::string, std::string>>*>(closure);
	pairs.emplace_back(lower(key == nullptr ? "" : key), value == nullptr ? "" : value);
	return MHD_YES;
}

std::string address_of(const sockaddr* address) {
	std::array<char, INET6_ADDRSTRLEN> text{};
	if (address == nullptr) return {};
	if (address->sa_family == AF_INET) {
		inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
	} else if (address->sa_family == AF_INET6) {
		inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
	}
	return text.data();
}

/// Files of a form as they come in, each in a folder of its own so that it keeps its name.
class Upload {
public:
	Upload(MHD_Connection* connection, fs::path folder, const Limits& limits)
	    : m_folder(std::move(folder)), m_limits(limits) {
		m_parser = MHD_create_post_processor(connection, k_form_buffer, &Upload::part, this);
	}
	~Upload() {
		close();
		if (!m_kept) {
			std::error_code ignored;
			fs::remove_all(m_folder, ignored);
		}
	}
	Upload(const Upload&) = delete;
	Upload& operator=(const Upload&) = delete;

	bool sound() const { return m_parser != nullptr; }
	/// What is wrong with it so far, as a status; 0: nothing.
	int fault() const { return m_fault; }
	void take(const char* bytes, std::size_t size) {
		if (m_fault == 0 && MHD_post_process(m_parser, bytes, size) == MHD_NO && m_fault == 0) m_fault = 400;
	}
	/// The files, once all bytes were taken.
	std::vector<UploadedFile> finish() {
		close();
		return std::move(m_files);
	}
	void keep() { m_kept = true; }

private:
	void close() {
		if (m_parser != nullptr && MHD_destroy_post_processor(m_parser) == MHD_NO && m_fault == 0) m_fault = 400;
		m_parser = nullptr;
		if (m_out.is_open()) m_out.close();
	}

	static MHD_Result part(void* closure, MHD_ValueKind /*kind*/, const char* /*key*/, const char* name,
	                       const char* /*type*/, const char* /*encoding*/, const char* bytes, std::uint64_t offset,
	                       std::size_t size) {
		auto& self = *static_cast<Upload*>(closure);
		if (self.m_fault != 0) return MHD_NO;
		if (name == nullptr) return MHD_YES;  // a field that is no file
		if (offset == 0 && !self.begin(name)) return MHD_NO;
		return self.write(bytes, size) ? MHD_YES : MHD_NO;
	}

	bool begin(std::string_view name) {
		if (m_files.size() >= m_limits.files) return fail(413);
		if (m_out.is_open()) m_out.close();
		std::array<char, 16> number{};
		std::snprintf(number.data(), number.size(), "%04zu", m_files.size());
		UploadedFile file{.name = file_name(name), .path = m_folder / number.data(), .bytes = 0};
		std::error_code error;
		fs::create_directories(file.path, error);
		file.path /= file.name;
		m_out.open(file.path, std::ios::binary | std::ios::trunc);
		m_files.push_back(std::move(file));
		return !error && m_out ? true : fail(500);
	}

	bool write(const char* bytes, std::size_t size) {
		if (m_files.empty()) return fail(400);
		m_total += size;
		m_files.back().bytes += size;
		if (m_total > m_limits.upload_bytes || m_files.back().bytes > m_limits.file_bytes) return fail(413);
		m_out.write(bytes, static_cast<std::streamsize>(size));
		return m_out ? true : fail(500);
	}

	bool fail(int status) {
		m_fault = status;
		return false;
	}

	fs::path m_folder;
	const Limits& m_limits;
	MHD_PostProcessor* m_parser = nullptr;
	std::vector<UploadedFile> m_files;
	std::ofstream m_out;
	std::uintmax_t m_total = 0;
	int m_fault = 0;
	bool m_kept = false;
};

/// One request on its way, and its answer.
struct Exchange {
	MHD_Connection* connection = nullptr;
	Request request;
	Body body = Body::none;
	std::unique_ptr<Upload> upload;
	std::uintmax_t received = 0;
	/// What is wrong with it, as a status; 0: nothing. What still comes is let go.
	int fault = 0;
	bool at_work = false;
	std::optional<Response> response;
};

class Mhd final : public Daemon {
public:
	Mhd(const Limits& limits, fs::path uploads, Doors doors)
	    : m_limits(limits), m_uploads(std::move(uploads)), m_doors(std::move(doors)) {}
	~Mhd() override { stop(); }

	base::Result<void> start(const std::string& address, std::uint16_t port);
	std::uint16_t port() const override { return m_port; }
	void later(std::function<void(std::size_t worker)> work) override;
	void stop() override;

private:
	static MHD_Result access(void* closure, MHD_Connection* connection, const char* url, const char* method,
	                         const char* /*version*/, const char* bytes, std::size_t* size, void** state) {
		return static_cast<Mhd*>(closure)->step(connection, url, method, bytes, size, state);
	}
	static void completed(void* /*closure*/, MHD_Connection* /*connection*/, void** state,
	                      MHD_RequestTerminationCode /*code*/) {
		delete static_cast<Exchange*>(*state);
		*state = nullptr;
	}
	static void connection_changed(void* closure, MHD_Connection* connection, void** /*state*/,
	                               MHD_ConnectionNotificationCode code) {
		auto& self = *static_cast<Mhd*>(closure);
		const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
		if (info == nullptr) return;
		const std::scoped_lock lock{self.m_watch_mutex};
		if (code == MHD_CONNECTION_NOTIFY_STARTED) {
			self.m_watched[connection] = {info->connect_fd, Clock::now() + self.m_limits.request};
		} else {
			self.m_watched.erase(connection);
		}
	}

	MHD_Result step(MHD_Connection* connection, const char* url, const char* method, const char* bytes,
	                std::size_t* size, void** state);
	MHD_Result begin(MHD_Connection* connection, const char* url, const char* method, void** state);
	MHD_Result receive(Exchange& exchange, const char* bytes, std::size_t size);
	MHD_Result hand_over(Exchange& exchange);
	MHD_Result give(MHD_Connection* connection, const Response& response);
	/// Until when the connection must have brought its request; nothing while it waits for us.
	void watch(MHD_Connection* connection, std::optional<Clock::duration> most);
	void look_after();
	void work(std::size_t number);
	/// Whether there is an answer now; the exchange may be gone then.
	bool answer(Exchange& exchange, std::size_t number, Lane lane);

	const Limits m_limits;
	const fs::path m_uploads;
	const Doors m_doors;
	MHD_Daemon* m_daemon = nullptr;
	std::uint16_t m_port = 0;
	std::uint64_t m_upload_count = 0;

	std::mutex m_mutex;  // guards the queue
	std::condition_variable m_changed;
	std::deque<Exchange*> m_queue;
	std::deque<Exchange*> m_slow_queue;
	std::deque<std::function<void(std::size_t worker)>> m_later;
	std::size_t m_quick_at_work = 0;
	bool m_ending = false;
	std::vector<std::thread> m_workers;

	struct Watched {
		int socket = -1;
		Clock::time_point until;
	};
	std::mutex m_watch_mutex;
	std::condition_variable m_watch_changed;
	std::map<MHD_Connection*, Watched> m_watched;
	bool m_watch_ending = false;
	std::thread m_watcher;
};

/// A socket that listens, and where.
struct Listening {
	int socket = -1;
	bool six = false;
	std::uint16_t port = 0;
};

base::Result<Listening> listening_at(const std::string& address, std::uint16_t port) {
	sockaddr_storage storage{};
	socklen_t size = 0;
	if (auto* four = reinterpret_cast<sockaddr_in*>(&storage);
	    inet_pton(AF_INET, address.c_str(), &four->sin_addr) == 1) {
		four->sin_family = AF_INET;
		four->sin_port = htons(port);
		size = sizeof(sockaddr_in);
	} else if (auto* six = reinterpret_cast<sockaddr_in6*>(&storage);
	           inet_pton(AF_INET6, address.c_str(), &six->sin6_addr) == 1) {
		six->sin6_family = AF_INET6;
		six->sin6_port = htons(port);
		size = sizeof(sockaddr_in6);
	} else {
		return base::fail("serve-address", {address});
	}
	Listening made{.socket = ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0),
	               .six = storage.ss_family == AF_INET6};
	const int on = 1;
	auto* any = reinterpret_cast<sockaddr*>(&storage);
	constexpr int k_backlog = 128;
	const bool good = made.socket >= 0 && setsockopt(made.socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
	                  ::bind(made.socket, any, size) == 0 && ::listen(made.socket, k_backlog) == 0 &&
	                  getsockname(made.socket, any, &size) == 0;
	if (!good) {
		const std::string reason = std::strerror(errno);
		if (made.socket >= 0) ::close(made.socket);
		return base::fail("serve-cannot-listen", {address + ":" + std::to_string(port), reason});
	}
	made.port = ntohs(made.six ? reinterpret_cast<sockaddr_in6*>(&storage)->sin6_port
	                           : reinterpret_cast<sockaddr_in*>(&storage)->sin_port);
	return made;
}

base::Result<void> Mhd::start(const std::string& address, std::uint16_t port) {
	const auto listening = listening_at(address, port);
	if (!listening) return tl::unexpected(listening.error());
	m_port = listening->port;
	m_doors.ready(m_port);
	for (std::size_t i = 0; i < m_limits.workers; ++i) m_workers.emplace_back([this, i] { work(i); });
	m_watcher = std::thread{[this] { look_after(); }};
	const unsigned flags =
	    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | (listening->six ? unsigned{MHD_USE_IPv6} : 0U);
	m_daemon = MHD_start_daemon(flags, m_port, nullptr, nullptr, &Mhd::access, this,                          //
	                            MHD_OPTION_LISTEN_SOCKET, listening->socket,                                  //
	                            MHD_OPTION_CONNECTION_LIMIT, m_limits.connections,                            //
	                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, m_limits.header_bytes,                    //
	                            MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(m_limits.idle.count()),  //
	                            MHD_OPTION_STRICT_FOR_CLIENT, 1,                                              //
	                            MHD_OPTION_NOTIFY_COMPLETED, &Mhd::completed, this,                           //
	                            MHD_OPTION_NOTIFY_CONNECTION, &Mhd::connection_changed, this,                 //
	                            MHD_OPTION_END);
	if (m_daemon == nullptr) {
		::close(listening->socket);
		return base::fail("serve-cannot-listen", {address, std::strerror(errno)});
	}
	return {};
}

void Mhd::stop() {
	if (m_daemon != nullptr) {
		const MHD_socket socket = MHD_quiesce_daemon(m_daemon);
		if (socket != MHD_INVALID_SOCKET) ::close(socket);
	}
	{
		const std::scoped_lock lock{m_mutex};
		m_ending = true;
	}
	m_changed.notify_all();
	for (std::thread& worker : m_workers) worker.join();
	m_workers.clear();
	if (m_daemon != nullptr) MHD_stop_daemon(m_daemon);
	m_daemon = nullptr;
	{
		const std::scoped_lock lock{m_watch_mutex};
		m_watch_ending = true;
	}
	m_watch_changed.notify_all();
	if (m_watcher.joinable()) m_watcher.join();
}

void Mhd::watch(MHD_Connection* connection, std::optional<Clock::duration> most) {
	const std::scoped_lock lock{m_watch_mutex};
	const auto found = m_watched.find(connection);
	if (found == m_watched.end()) return;
	found->second.until = most ? Clock::now() + *most : Clock::time_point::max();
}

/// A client that sends a byte now and then is never idle: what is not there in time is cut off.
void Mhd::look_after() {
	std::unique_lock lock{m_watch_mutex};
	while (!m_watch_ending) {
		m_watch_changed.wait_for(lock, k_look_after);
		const auto now = Clock::now();
		for (auto& [connection, watched] : m_watched) {
			if (watched.until > now) continue;
			// The reading thread sees the end and closes it; the lock keeps the number from meaning another one.
			::shutdown(watched.socket, SHUT_RDWR);
			watched.until = Clock::time_point::max();
		}
	}
}

MHD_Result Mhd::step(MHD_Connection* connection, const char* url, const char* method, const char* bytes,
                     std::size_t* size, void** state) {
	// The library is C: nothing may be thrown through it.
	try {
		if (*state == nullptr) return begin(connection, url, method, state);
		auto& exchange = *static_cast<Exchange*>(*state);
		if (exchange.response) return give(connection, *exchange.response);
		if (*size > 0) {
			const std::size_t now = *size;
			*size = 0;
			return receive(exchange, bytes, now);
		}
		return hand_over(exchange);
	} catch (...) {
		return MHD_NO;
	}
}

MHD_Result Mhd::begin(MHD_Connection* connection, const char* url, const char* method, void** state) {
	auto exchange = std::make_unique<Exchange>();
	exchange->connection = connection;
	Request& request = exchange->request;
	request.path = url;
	MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &take_pair, &request.query);
	MHD_get_connection_values(connection, MHD_HEADER_KIND, &take_header, &request.headers);
	if (const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS)) {
		request.remote = address_of(info->client_addr);
	}
	const auto refuse = [&](const Response& response) { return give(connection, response); };
	const auto known = method_of(method);
	if (!known) return refuse(m_doors.refused(request, 405));
	request.method = *known;
	Admission admission = m_doors.admit(request);
	if (admission.refusal) return refuse(*admission.refusal);
	exchange->body = admission.body;
	std::uintmax_t length = 0;
	const std::string_view stated = request.header("content-length");
	std::from_chars(stated.data(), stated.data() + stated.size(), length);
	const std::uintmax_t most = admission.body == Body::files  ? m_limits.upload_bytes
	                            : admission.body == Body::json ? m_limits.json_bytes
	                                                           : 0;
	if (length > most) {
		// A browser hears nothing before it has sent all: an answer at once would be a connection that breaks. Who asks
		// before it sends is told at once, as is who would send without end.
		const bool asks_first = lower(request.header("expect")) == "100-continue";
		if (most == 0 || asks_first || length > most + m_limits.let_go_bytes) {
			return refuse(m_doors.refused(request, 413));
		}
		exchange->fault = 413;
	} else if (admission.body == Body::files) {
		const std::string name = "upload-" + std::to_string(++m_upload_count);
		exchange->upload = std::make_unique<Upload>(connection, m_uploads / name, m_limits);
		if (!exchange->upload->sound()) return refuse(m_doors.refused(request, 415));
	}
	watch(connection, admission.body == Body::files ? m_limits.upload : m_limits.request);
	*state = exchange.release();
	return MHD_YES;
}

MHD_Result Mhd::receive(Exchange& exchange, const char* bytes, std::size_t size) {
	exchange.received += size;
	const auto beyond = [&](std::uintmax_t most) {
		if (exchange.received <= most) return false;
		exchange.fault = 413;
		exchange.request.body.clear();
		exchange.upload.reset();
		return true;
	};
	switch (exchange.body) {
		case Body::none: return MHD_NO;  // a body without a stated length, where there is to be none
		case Body::json:
			if (!beyond(m_limits.json_bytes)) exchange.request.body.append(bytes, size);
			return exchange.received > m_limits.json_bytes + m_limits.let_go_bytes ? MHD_NO : MHD_YES;
		case Body::files:
			// The form around the files is a little more than they are; a fault in it is told once all is there.
			if (!beyond(m_limits.upload_bytes + m_limits.upload_bytes / 16) && exchange.upload) {
				exchange.upload->take(bytes, size);
			}
			return exchange.received > m_limits.upload_bytes + m_limits.let_go_bytes ? MHD_NO : MHD_YES;
	}
	return MHD_NO;
}

MHD_Result Mhd::hand_over(Exchange& exchange) {
	watch(exchange.connection, std::nullopt);
	if (exchange.at_work) return MHD_YES;
	if (exchange.fault != 0) return give(exchange.connection, m_doors.refused(exchange.request, exchange.fault));
	if (exchange.upload) {
		exchange.request.files = exchange.upload->finish();
		if (exchange.upload->fault() != 0) {
			return give(exchange.connection, m_doors.refused(exchange.request, exchange.upload->fault()));
		}
	}
	{
		const std::scoped_lock lock{m_mutex};
		if (m_ending || m_queue.size() + m_slow_queue.size() >= m_limits.waiting) {
			return give(exchange.connection, m_doors.refused(exchange.request, 503));
		}
		exchange.at_work = true;
		MHD_suspend_connection(exchange.connection);
		m_queue.push_back(&exchange);
	}
	m_changed.notify_all();
	return MHD_YES;
}

MHD_Result Mhd::give(MHD_Connection* connection, const Response& response) {
	watch(connection, m_limits.idle + m_limits.request);
	MHD_Response* made = nullptr;
	if (response.body && !response.body->empty()) {
		// The library only reads; its interface does not say so.
		auto* held = new std::shared_ptr<const std::string>(response.body);
		made = MHD_create_response_from_buffer_with_free_callback_cls(
		    response.body->size(), const_cast<char*>(response.body->data()),
		    [](void* closure) { delete static_cast<std::shared_ptr<const std::string>*>(closure); }, held);
		if (made == nullptr) delete held;
	} else {
		made = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
	}
	if (made == nullptr) return MHD_NO;
	if (!response.type.empty()) MHD_add_response_header(made, "Content-Type", response.type.c_str());
	for (const auto& [name, value] : response.headers) MHD_add_response_header(made, name.c_str(), value.c_str());
	const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), made);
	MHD_destroy_response(made);
	return queued;
}

void Mhd::later(std::function<void(std::size_t worker)> work) {
	{
		const std::scoped_lock lock{m_mutex};
		m_later.push_back(std::move(work));
	}
	m_changed.notify_all();
}

void Mhd::work(std::size_t number) {
	const bool slow = number < m_limits.slow_workers;
	const bool quick = !slow || m_limits.workers <= m_limits.slow_workers;
	// A worker that takes what takes long gives way to the others, and leaves to them what is quick. Where the machine
	// does not let it, it works as they do.
	if (!quick) setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), k_niceness);
	std::unique_lock lock{m_mutex};
	for (;;) {
		m_changed.wait(lock, [&] {
			return m_ending || (quick && !m_queue.empty()) || (slow && (!m_slow_queue.empty() || !m_later.empty()));
		});
		if (quick && !m_queue.empty()) {
			Exchange& exchange = *m_queue.front();
			m_queue.pop_front();
			++m_quick_at_work;
			lock.unlock();
			const bool done = answer(exchange, number, Lane::quick);
			lock.lock();
			--m_quick_at_work;
			if (done && !m_ending) continue;
			if (!done) m_slow_queue.push_back(&exchange);
			m_changed.notify_all();
		} else if (slow && !m_slow_queue.empty()) {
			Exchange& exchange = *m_slow_queue.front();
			m_slow_queue.pop_front();
			lock.unlock();
			answer(exchange, number, Lane::slow);
			lock.lock();
		} else if (slow && !m_later.empty() && !m_ending) {
			const auto work = std::move(m_later.front());
			m_later.pop_front();
			lock.unlock();
			try {
				work(number);
			} catch (const std::exception& failure) {
				m_doors.failed({}, failure.what());  // nobody waits for it: it is only told
			}
			lock.lock();
		} else if (m_ending) {
			// What the others still find to take long is for the slow ones, which end last.
			if (!slow || (m_quick_at_work == 0 && m_queue.empty())) return;
			m_changed.wait_for(lock, k_look_after);
		}
	}
}

bool Mhd::answer(Exchange& exchange, std::size_t number, Lane lane) {
	try {
		exchange.response = m_doors.answer(exchange.request, number, lane);
	} catch (const std::exception& failure) {
		exchange.response = m_doors.failed(exchange.request, failure.what());
	}
	if (!exchange.response) return false;
	if (exchange.upload && exchange.response->status < 300) exchange.upload->keep();
	MHD_resume_connection(exchange.connection);
	return true;
}

}  // namespace

base::Result<std::unique_ptr<Daemon>> Daemon::listen(const std::string& address, std::uint16_t port,
                                                     const Limits& limits, fs::path uploads, Doors doors) {
	auto daemon = std::make_unique<Mhd>(limits, std::move(uploads), std::move(doors));
	if (auto started = daemon->start(address, port); !started) return tl::unexpected(std::move(started.error()));
	return std::unique_ptr<Daemon>{std::move(daemon)};
}

}  // namespace bienban::server
