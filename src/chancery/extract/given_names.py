"""Given names: which gender a first name tells, for the pronouns that follow it.

In: a first word of a name. Out: "m", "f" or None.
What it does not know: surnames. Written by hand from names that are common in world news; names that men and
women share, or that are as often surnames of the other sort, are left out.
"""

from __future__ import annotations

from chancery import knowledge

MALE = frozenset(
    """
    aaron abbas abdel abdelaziz abdi abdoulaye abdul abdulaziz abdulla abdullah abdullahi abraham adam adel adolf
    adrian ahmad ahmed ahmet akbar akira alain alan albert aleksandar aleksander aleksandr alejandro alexander
    alexandre alexei alexey alfonso alfred ali alistair alpha amadou amir anatoly anders andre andreas andrei andres
    andrew andrey andriy angus anthony anton antonio antonis anwar arkady armando arnold arthur artur arturo arvind
    ashok ashraf asif augusto avigdor ayman aziz babak bakir barack bashar bashir basil ben benjamin bernard bilal
    bill bob boris brad brendan brett brian bruce bruno carl carlo carlos charles chris christian christopher claude
    clemens colin craig cyril daniel danilo danny darren dave david denis dennis dick didier diego dieter dimitri
    dimitris dmitri dmitriy dmitry dmytro dominic donald douglas eduard eduardo edward edwin efraim ehud elias emile
    emmanuel enrique eric erik ernest ernesto evgeny evo ezra fahd faisal faiz farhad farid fayez felipe felix
    fernando fidel filip fouad francesco francisco francois frank frans fred frederick friedrich fuad fyodor gabriel
    gareth gary gavin gennady geoff geoffrey george georges georgi gerald gerard gerhard gianni gilles giorgio
    giovanni giuseppe gonzalo gordon graham greg gregory guido guillaume guillermo gunter gustavo guy habib hadi
    haider hakan haldun hamad hamdi hamid hamza hannes hans haris harold harry hashim hassan hector heinrich heinz
    helmut henri henry herman hiroshi hisham horst hosni howard hubert hugh hugo husain husni hussain hussein ian
    ibrahim idriss igor ilham ilya imad imran ismail ivan ivo jack jacob jacques jaime jair jake jakob jalal jamal
    james jan janez janusz jared jaroslaw jason javad javier jawad jeff jeffrey jens jeremy jerome jerry jesus jim
    jimmy joachim joao joe joel johan johann johannes john johnny jonas jonathan jorge jose josef joseph josh joshua
    juan juha julian julien julio julius junichiro jurgen justin kamal karel karim karl keith kemal ken kenneth
    kevin khaled khalid khalifa khalil kofi konstantin kostas krzysztof kurt kyle kyriakos lars laszlo laurent lech
    leon leonid leopoldo lev lionel lloyd louis lucas ludwig luis luiz luka lukas maged magnus mahamat mahathir
    mahmoud mahmud malcolm malik mamadou manfred manmohan mansour manuel marc marcel marcelo marco marcos marek
    mario mariusz mark marko markus martin marwan massoud mateo mateusz matt matteo matthew matthias mauricio
    maurizio max maxim mehdi mehmet menachem mevlut michael michal michel miguel mihai mike mikhail milan milos
    miroslav mitch mohamad mohamed mohammad mohammed mohsen moises mokhtar morgan moshe mostafa moussa muhammad
    muhammadu mukhtar munir muqtada murad murat musa mustafa nabil naftali najib narendra nasser nawaz neil nelson
    nicholas nick nicolae nicolas nikola nikolai nikolay nikos nimr nizar noah noam nouri nuri oleg oleh oleksandr
    oliver olivier olusegun omar oscar osama osman otto pablo paolo parviz pascal patrice patrick paul paulo pavel
    pavlo pawel pedro per peter petr petro phil philip philippe pierre piotr pyotr qasem qassem radek rafael rafik
    rahul rainer raja rajiv rajnath ralph ramon ramzan ramzi rashid raul raymond recep reinhard rene reza ricardo
    richard rick riyad robert roberto rodrigo roger roland rolf roman ron ronald rory ross rudolf rudy ruslan
    russell ryan saad saddam saeed saif sajid salah saleh salim salman salva sam sami samir samuel santiago saud
    scott sean sebastian selahattin serge sergei sergey sergii sergio serhiy seyed shahbaz shahid shimon shinzo
    silvio simon sinan slobodan stanislav stefan stefano stepan stephane stephen steve steven stuart sven syed taro
    tarek tariq tayyip ted teodoro terry thabo theodore thierry thomas tim timothy toby todd tom tomas tomasz tony
    toomas trevor umar umaru uri uwe vaclav valentin valery vasily viktor vincent vitali vitaly vladimir volodymyr
    vyacheslav wael walid walter warren wayne werner wilhelm will william winston wladyslaw wolfgang xavier yahya
    yair yakov yaakov yasser yitzhak yoshihide youssef yuri yury yusuf yves zalmay zbigniew zoran
    """.split()
)

FEMALE = frozenset(
    """
    abigail adriana agnes aicha aisha alejandra alexandra alexandria alice alicia alison aliya amal amanda amelia
    amina amy ana anastasia angela angelica anita anke anna annalena anne annegret annie antonella antonia anya asma
    audrey aung ayelet ayesha barbara beata beatrice beatriz benazir bernadette beth betty bianca bridget brigitte
    camila carla carmen carol carolina caroline catherine cathy cecilia charlotte cheryl chloe christina christine
    claire clara claudia condoleezza cristina cynthia dalia daniela danielle deborah debra delcy denise diana dilma
    dina dolores donna doris dorothy ebba edith ekaterina elaine eleanor elena elisabeth elise elizabeth ella ellen
    emily emma erika erna esther eva evelyn farah fatima fatma fatou federica fiona florence frances francesca
    gabriela geeta georgia gertrude gina giorgia gloria golda grace greta gro gulnara hanan hanna hannah heather
    heidi heike helen helena helene helle hillary hina huda ilana imelda indira inga ingrid irene irina isabel
    isabella iveta ivana jacinda jane janet janice jasmine jeanine jelena jennifer jessica joan joanna johanna
    josephine joyce juana judith julia juliana julie julieta kaja kamala karen karin katarina kate katharina
    katherine kathleen kathryn katja katrin kellyanne kersti khadija khaleda kimberly kirsten kolinda kristalina
    kristen kristina latifa laura leila lena leyla lidia lila lilian lina linda lisa liz lizzy ljubica lorena louise
    lubna lucia lucy luisa luz lyudmila madeleine magdalena maia malala maleeha manal marcia margaret margarita
    margot maria mariam marianne marie marietje marina marine marta martha martina mary maryam masha maya megan
    melania melanie melissa mette michaela michele michelle mia mina miriam mona monica monique mounia nadia
    nadezhda najat nana nancy naomi natalia natalie natalya nava ngozi nicole nikki nina nora nuria odile olena olga
    oksana olivia pamela patricia paula penny petra phumzile pia priti rachel rania rebecca renata rima rita roberta
    rosa rosalia rose roza ruth saadia sabine samantha samia sandra sanna sara sarah sevgi sheikha sheila shirin
    shirley simonetta sofia sonia sophie soraya stacey stella stephanie susan susana sushma suzanne svetlana sylvia
    sylvie tamara tania tanya tatiana tatyana teresa theresa tina tulsi tzipi ulrike ursula valentina valerie
    vanessa vera veronica veronika victoria violeta virginia vivian wafa wendy winnie xiomara yasmin yolanda yulia
    yvette yvonne zainab zeinab zehava zoe zuzana
    """.split()
)


EITHER = frozenset(
    """
    alex andrea ashley blair cameron casey dana devon dominique drew frankie gale hayden jackie jamie jean
    jesse jody jordan kelly kerry kim kit lee leslie lindsay lindsey logan lou madison marion merle nicola
    pat quinn reese robin rowan sacha sandy sasha shannon shawn simone stacy sydney taylor toni tracy val
    """.split()
)


def is_given(first: str) -> bool:
    """Tell whether a word is a first name, of whichever gender."""
    folded = knowledge.fold(first).lower()
    return folded in MALE or folded in FEMALE or folded in EITHER


def gender_of(first: str) -> str | None:
    """Return the gender that a first name tells.

    Args:
        first: the first word of a name, in any case, accents or not.

    Example:
        >>> gender_of("Vladimir"), gender_of("Tanya"), gender_of("Robin")
        ('m', 'f', None)
    """
    folded = knowledge.fold(first).lower()
    return "m" if folded in MALE else "f" if folded in FEMALE else None
