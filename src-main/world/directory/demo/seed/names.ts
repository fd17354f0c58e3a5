/*
 * Invented people: common first and last names, mixed as they are in a German city. The pupils' names use only
 * letters of Windows-1252, since the roster of the demo school is written in it, as most exports still are; the
 * staff's names have the rest of the Latin letters.
 */

function words(text: string): readonly string[] {
  return text.trim().split(/\s*,\s*/)
}

export const girls =
  words(`Lena, Anna, Lea, Mia, Emma, Hannah, Sophie, Marie, Clara, Lina, Ida, Johanna, Frieda,
  Greta, Mathilda, Paula, Charlotte, Luisa, Amelie, Nele, Jule, Finja, Merle, Pia, Carla, Leonie, Zoë, Chloé, Noémie,
  Renée, Ayse, Elif, Zeynep, Esra, Meryem, Büsra, Fatma, Aylin, Özlem, Gül, Sude, Amira, Layla, Nour, Yasmin, Salma, Rania, Hanin, Maja, Zuzanna, Oliwia,
  Natalia, Aleksandra, Julia, Kinga, Linh, Mai, Thu Trang, Ngoc, Sofiia, Daryna, Kateryna, Anastasiia, Polina, Olena,
  Lara, Isabella, Giulia, Chiara, Inês, Beatriz, Lucía, Jana, Tereza, Eliška, Ana-Lena, Anna-Maria, Marie-Luise,
  Lotta, Rosalie, Antonia, Elisabeth, Victoria, Helena, Magdalena, Theresa, Annika, Svea, Åsa, Freya, Malin, Dunja,
  Jovana, Milica, Selma, Emina, Lejla, Aminata, Fatou, Grace, Abena, Priya, Anjali, Mei, Yuki, Ronja, Mila, Ella`)

export const boys =
  words(`Ben, Paul, Leon, Finn, Jonas, Luis, Felix, Maximilian, Moritz, Jakob, Anton, Emil, Theo,
  Oskar, Henri, Matteo, Noah, Elias, Lukas, Julian, Niklas, Tim, Jan, Ole, Fiete, Lasse, Bjarne, Till, Mats, Jasper,
  Konstantin, Friedrich, Karl, Jörg, Jürgen, Götz, Sören, Torben, Mehmet, Emir, Yusuf, Can, Kaan, Ömer, Ümit, Çetin,
  Berkay, Arda, Mustafa, Ali, Hassan, Omar, Karim, Ibrahim, Bilal, Samir, Tarek, Jakub, Filip, Szymon,
  Kacper, Mateusz, Antoni, Minh, Duc, Quang, Tuan, Danylo, Maksym, Artem, Bohdan, Andrii, Oleksandr, Luca, Marco,
  Alessandro, João, Tiago, Raúl, José, Andrés, Tomáš, Ondrej, Jean-Luc, François, Étienne, Karl-Heinz, Hans-Peter,
  Lars, Magnus, Søren, Nils, Sven, Milan, Nikola, Luka, Damir, Amar, Edin, Kofi, Kwame, Mamadou, Arjun, Rohan, Wei,
  Kenji, Levi, Milo, Oskar-Emil, Valentin, Vincent, Simon, Raphael, Benedikt, Philipp, Johannes, Tobias, Fabian`)

export const pupilFamilies =
  words(`Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann,
  Schäfer, Koch, Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann,
  Lange, Schmitt, Werner, Schmitz, Krause, Meier, Lehmann, Schmid, Schulze, Maier, Köhler, Herrmann, König, Walter,
  Mayer, Huber, Kaiser, Fuchs, Peters, Lang, Scholz, Möller, Weiß, Jung, Hahn, Schubert, Vogel, Friedrich, Keller,
  Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann, Franke, Albrecht, Schuster, Simon, Ludwig, Böhm, Winter,
  Kraus, Martin, Schumacher, Krämer, Vogt, Stein, Jäger, Otto, Sommer, Groß, Seidel, Heinrich, Brandt, Haas, Schreiber,
  Graf, Schulte, Dietrich, Ziegler, Kuhn, Kühn, Pohl, Engel, Horn, Busch, Bergmann, Thomas, Voigt, Sauer, Arnold, Wolff,
  Pfeiffer, Weißenborn, Großmann, Strauß, Preuß, Jeßberger, Müller-Lüdenscheid, Meyer-Schönfeld, Schulze-Wegener,
  Klein-Ostermann, Brandt-Özdemir, von Weizenfeld, von der Heide, von Hohenlinden, zu Rabenau, van den Berg, van Dijk,
  van Leeuwen, de Vries, de la Cruz, de Souza, dos Santos, da Silva, di Marco, El Amrani, El Khatib, Al Hariri, Al-Masri,
  Ben Youssef, O'Brien, O'Connor, D'Angelo, D'Souza, N'Diaye, Yilmaz, Kaya, Demir, Celik, Özdemir, Öztürk, Arslan, Dogan,
  Kilic, Aydin, Çetin, Koç, Günes, Yüksel, Gündüz, Ünal, Kowalski, Nowak, Wisniewski, Wójcik, Kaminski, Lewandowski,
  Zielinski, Szymanski, Wozniak, Krawczyk, Mazur, Haddad, Khalil, Nasser, Said, Rahman, Hussein, Abdallah, Farouk, Mansour,
  Nguyen, Tran, Pham, Hoang, Vu, Dang, Bui, Shevchenko, Kovalenko, Bondarenko, Tkachenko, Kravchenko, Melnyk, Boyko,
  Rossi, Esposito, Ferrari, García, Muñoz, Peña, Fernández, Gonçalves, Simões, Novák, Svoboda, Dvorák, Horák, Petrovic,
  Jovanovic, Hadžic, Begovic, Šimic, Žuric, Lefèvre, Béranger, Sjöberg, Åkesson, Sørensen, Mensah, Owusu, Diallo, Traoré,
  Sharma, Patel, Chen, Tanaka`)

export const staffPeople =
  words(`Łukasz Wiśniewski, Đăng Khoa Nguyễn, Şebnem Yıldırım, Oksana Ševčenko, Małgorzata Żółkowska,
  Nguyễn Thị Hương, İbrahim Güneş, Zdeněk Dvořák, Ștefan Ionescu, Ilze Bērziņa, Gergő Kovács, Ağça Öğütçü, Mārtiņš Ozols,
  Þórdís Jónsdóttir, Ánh Tuyết Phạm, Tomasz Gągała`)

export const staffGivenNames =
  words(`Andrea, Birgit, Claudia, Dagmar, Eva, Franziska, Gabriele, Heike, Ilse, Jutta, Karin,
  Martina, Nicole, Petra, Renate, Sabine, Tanja, Ulrike, Veronika, Andreas, Bernd, Christian, Dirk, Erik, Frank, Georg,
  Holger, Ingo, Jens, Kai, Lutz, Markus, Norbert, Olaf, Peter, Rainer, Stefan, Thomas, Uwe, Volker, Wolfgang`)
